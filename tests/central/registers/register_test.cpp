#include "central/registers/register.h"

#include <gmock/gmock.h>

#include "central/registers/fixture.h"
#include "central/registers/roll_up.h"

namespace ce::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Register = RegisterTest;

TEST_F(Register, HoldsEveryNumberAndEveryPrint) {
  auto const all = ElementsAre("01 A1", "01 A2", "02 A3", "03 B1", "04", "05", "06");
  EXPECT_THAT(lines(), all);
  for (int const limit : {1, 2, 3}) EXPECT_THAT(lines({}, limit), all) << "in pages of " << limit;
  EXPECT_EQ(registers::lines_of(store, {}, {}, 0).failure().code, FailureCode::input_invalid);
}

TEST_F(Register, PrintsOfAKioskOrOfDaysComeByTime) {
  registers::Filter filter;
  filter.kiosk = "K1";
  for (int const limit : {1, 100}) EXPECT_THAT(lines(filter, limit), ElementsAre("01 A1", "01 A2", "02 A3"));
  filter = {};
  filter.printed_from = filter.printed_to = china_date(later);
  EXPECT_THAT(lines(filter), ElementsAre("03 B1"));
  filter = {};
  filter.printed_to = today;
  for (int const limit : {1, 2, 100})
    EXPECT_THAT(lines(filter, limit), ElementsAre("01 A1", "01 A2", "02 A3"));
}

TEST_F(Register, RegionsYearsAndDaysOfIssueAreFilters) {
  EXPECT_THAT(lines({{"440100"}, 2026}), testing::SizeIs(7));
  EXPECT_THAT(lines({{"440106"}}), testing::SizeIs(7));
  EXPECT_THAT(lines({{"440104"}}), IsEmpty());
  EXPECT_THAT(lines({{"440300"}}), IsEmpty());
  EXPECT_THAT(lines({{}, 2025}), IsEmpty());
  registers::Filter filter;
  filter.issued_from = Date::from_days(today.days() + 1);
  EXPECT_THAT(lines(filter), IsEmpty());
  filter.issued_from = filter.issued_to = today;
  EXPECT_THAT(lines(filter), testing::SizeIs(7));
}

TEST_F(Register, AVoidCertificateStaysWithItsReasonAndSuccessor) {
  auto const page = registers::lines_of(store, {}).value();
  auto const& voided = page.lines.at(2);
  EXPECT_TRUE(voided.revoked);
  EXPECT_EQ(voided.revoked_reason, "姓名有误");
  EXPECT_EQ(voided.successor, numbers[5]);
  EXPECT_EQ(page.lines.back().predecessor, numbers[1]);
  auto const cells = registers::cells_of(voided, registers::Names::masked);
  ASSERT_EQ(cells.size(), registers::columns().size());
  EXPECT_EQ(cells[5], "已作废");
  EXPECT_THAT(cells[11], HasSubstr("作废：姓名有误；更正为 " + numbers[5]));
  auto const& failed = page.lines.at(0);
  EXPECT_EQ(failed.print->outcome, protocol::PrintOutcome::failed);
  EXPECT_EQ(failed.print->cause, "printer_jammed");
  EXPECT_EQ(failed.print->hall, "天河大厅");
}

TEST_F(Register, NamesAreForTheHrssOfTheRegion) {
  using registers::Names;
  EXPECT_EQ(registers::names_for(hrss, {"440106"}), Names::whole);
  EXPECT_EQ(registers::names_for(city, {"440106"}), Names::whole);
  EXPECT_EQ(registers::names_for(hrss, {"440100"}), Names::masked);
  auto other = hrss;
  other.party = credit::Party::employer;
  EXPECT_EQ(registers::names_for(other, {"440106"}), Names::masked);
  auto const line = registers::lines_of(store, {}).value().lines.at(0);
  EXPECT_EQ(registers::cells_of(line, Names::masked).at(1), "**明");
  EXPECT_EQ(registers::cells_of(line, Names::whole).at(1), "陈家明");
}

TEST_F(Register, RollsUpFromCountyToCityToProvince) {
  auto const lines = registers::roll_up(store, {}).value();
  std::vector<std::string> regions;
  for (auto const& line : lines) {
    if (line.issued > 0) regions.push_back(line.region + (line.with_all_below ? "+" : ""));
  }
  EXPECT_THAT(regions, ElementsAre("440000+", "440100+", "440106"));
  for (auto const& line : lines) {
    if (line.issued == 0) continue;
    EXPECT_EQ(line.issued, 6);
    EXPECT_EQ(line.revoked, 1);
    EXPECT_EQ(line.printed, 2);
    EXPECT_EQ(line.unresolved, 1);
    EXPECT_EQ(line.blanks_used, 2);
    EXPECT_EQ(line.blanks_void, 1) << "A1 was spoiled";
  }
  registers::Filter filter{{"440106"}};
  filter.kiosk = "K2";
  auto const county = registers::roll_up(store, filter).value();
  ASSERT_EQ(county.size(), 1U);
  EXPECT_EQ(county[0].name, "广东省广州市天河区");
  EXPECT_EQ(county[0].unresolved, 1);
  EXPECT_EQ(county[0].printed, 0);
}

TEST_F(Register, ABlankThatIsUsedAgainIsNotSpoiled) {
  print(numbers[3], "C9", later, protocol::PrintOutcome::failed, FailureCode::printer_unreachable);
  print(numbers[3], "C9", Instant{later.ms + 1000}, protocol::PrintOutcome::confirmed);
  auto const lines = registers::roll_up(store, {{"440106"}}).value();
  EXPECT_EQ(lines.at(0).blanks_void, 1);
  EXPECT_EQ(lines.at(0).blanks_used, 3);
}

}  // namespace
}  // namespace ce::test
