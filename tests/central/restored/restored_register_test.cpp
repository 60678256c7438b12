// Sheets of certificates that a restore lost, in the register.
#include <gmock/gmock.h>

#include "central/registers/cells.h"
#include "central/restored/fixture.h"

namespace ce::test {
namespace {

using protocol::Acceptance;
using testing::HasSubstr;

TEST_F(RestoredStore, TheRegisterHasALineOfEachLostSheet) {
  auto const print = print_of("44010626000005", now);
  bring_back();
  ASSERT_EQ(apply(print).acceptance, Acceptance::accepted);
  apply(settle(print.id, protocol::PrintOutcome::confirmed, now));
  auto const lines = lost_lines();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].print->outcome, protocol::PrintOutcome::confirmed);
  auto const cells = registers::cells_of(lines[0], registers::Names::whole);
  ASSERT_EQ(cells.size(), registers::columns().size());
  EXPECT_EQ(cells[0], "44010626000005");
  EXPECT_EQ(cells[2], "2026");
  EXPECT_EQ(cells[5], "待核对");
  EXPECT_THAT(cells[11], HasSubstr("待核对"));
  EXPECT_EQ(registers::lines_of(store, {}, {}, 1).value().lines.size(), 2U) << "behind the last page";
  EXPECT_EQ(registers::count_lines(store, {}).value(), 2);
  int told = 0;
  ASSERT_TRUE(registers::for_each_line(store, {}, [&](registers::Line const&) -> Result<void> {
    ++told;
    return {};
  }));
  EXPECT_EQ(told, 2);
  EXPECT_EQ(lost_lines({{"440106"}, 2026}).size(), 1U);
  EXPECT_EQ(lost_lines({{"440106"}, 2025}).size(), 0U);
  EXPECT_EQ(lost_lines({{"440300"}}).size(), 0U);
  registers::Filter filter;
  filter.kiosk = "K1";
  EXPECT_EQ(lost_lines(filter).size(), 1U);
  filter.kiosk = "K9";
  EXPECT_EQ(lost_lines(filter).size(), 0U);
  ASSERT_TRUE(resume(0, true));
  auto const next = issue(2, 2026).value();
  ASSERT_TRUE(restored::record_as(store, "44010626000005", next, by, now));
  EXPECT_THAT(registers::cells_of(lost_lines().at(0), registers::Names::masked)[11],
              HasSubstr("已另发 " + next));
}

}  // namespace
}  // namespace ce::test
