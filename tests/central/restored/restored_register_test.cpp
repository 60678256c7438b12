// Sheets of certificates that a restore lost, in the register and in what it comes to.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "central/registers/cells.h"
#include "central/registers/roll_up.h"
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

/// What the lines of the same filter come to, in the order of a RollUp's figures.
std::vector<std::int64_t> added_up(std::vector<registers::Line> const& lines) {
  std::set<std::string> numbers, revoked, lost;
  std::map<std::string, registers::Print const*> newest;  // by blank
  std::int64_t printed = 0, unresolved = 0;
  for (auto const& line : lines) {
    (line.lost ? lost : numbers).insert(line.number);
    if (line.revoked) revoked.insert(line.number);
    if (!line.print) continue;
    using protocol::PrintOutcome;
    auto const& came = line.print->outcome;
    printed += came == PrintOutcome::confirmed || came == PrintOutcome::sent_to_printer ? 1 : 0;
    unresolved += !came || came == PrintOutcome::unknown ? 1 : 0;
    auto& last = newest[line.print->blank_number];
    if (last == nullptr || last->requested < line.print->requested) last = &*line.print;
  }
  std::int64_t spoilt = 0;
  for (auto const& [blank, print] : newest)
    spoilt += print->outcome == protocol::PrintOutcome::failed ? 1 : 0;
  auto const count = [](auto const& set) { return static_cast<std::int64_t>(set.size()); };
  return {count(numbers), count(revoked), count(lost), printed, unresolved, printed, spoilt};
}

std::vector<std::int64_t> figures(registers::RollUp const& sum) {
  return {sum.issued, sum.revoked, sum.lost, sum.printed, sum.unresolved, sum.blanks_used, sum.blanks_void};
}

TEST_F(RestoredStore, TheRollUpIsWhatTheLinesComeTo) {
  using protocol::PrintOutcome;
  auto const printed = [this](std::string const& number, std::string const& blank,
                              std::optional<PrintOutcome> outcome) {
    now.ms += 1000;
    auto const print = protocol::KioskEvent{EntryId::make(), now, protocol::PrintRequested{number, 1, blank}};
    ASSERT_EQ(apply(print).acceptance, Acceptance::accepted);
    if (outcome) apply(settle(print.id, *outcome, now));
  };
  std::string const kept = "44010626000001";
  printed(kept, "A1", PrintOutcome::failed);  // its blank will be a lost one's
  printed(kept, "A2", PrintOutcome::failed);
  auto const agree = [this](std::string const& when) {
    for (auto const* scope : {"440000", "440100", "440106", "440104", "440300"}) {
      for (std::optional<int> const year : {std::optional<int>{}, {2026}, {2025}}) {
        registers::Filter filter{{scope}, year};
        for (auto const* kiosk : {"", "K1", "K9"}) {
          filter.kiosk = kiosk;
          auto const sums = registers::roll_up(store, filter).value();
          auto const lines = registers::lines_of(store, filter).value().lines;
          auto const told = when + ' ' + scope + ' ' + std::to_string(year.value_or(0)) + ' ' + kiosk;
          auto wanted = added_up(lines);
          // Asked for the prints of a kiosk, lines are of those alone and say nothing of what was issued.
          if (!filter.kiosk.empty()) wanted[0] = sums.at(0).issued;
          EXPECT_EQ(figures(sums.at(0)), wanted) << told;
          registers::RollUp each;
          for (auto const& sum : sums) each += sum.with_all_below ? registers::RollUp{} : sum;
          if (sums.size() > 1) {
            EXPECT_EQ(figures(each), figures(sums.at(0))) << told << ": by region";
          }
        }
      }
    }
    registers::Filter days;
    days.printed_from = days.printed_to = china_date(now);
    auto const sums = registers::roll_up(store, days).value();
    EXPECT_EQ(sums.at(0).lost, added_up(registers::lines_of(store, days).value().lines).at(2)) << when;
    days = {};
    days.issued_from = Date::parse_iso("2000-01-01").value();
    EXPECT_EQ(registers::roll_up(store, days).value().at(0).lost, 0) << "nobody knows when they were issued";
    EXPECT_EQ(added_up(registers::lines_of(store, days).value().lines).at(2), 0);
  };
  agree("before");
  heartbeat(0);
  bring_back();
  agree("brought back");
  printed("44010626000005", "A1", PrintOutcome::confirmed);
  printed("44010626000003", "A3", PrintOutcome::failed);
  printed("44010626000003", "A4", PrintOutcome::failed);
  printed("44010626000003", "A5", PrintOutcome::sent_to_printer);
  printed("44010426000002", "A6", {});
  printed("44010026000001", "A7", PrintOutcome::confirmed);  // the city's own
  agree("lost sheets");
  EXPECT_EQ(figures(registers::roll_up(store, {}).value().at(0)),
            (std::vector<std::int64_t>{1, 0, 4, 3, 1, 3, 3}));
  ASSERT_TRUE(resume(0, true));
  auto const next = issue(2, 2026).value();
  printed(next, "A4", PrintOutcome::confirmed);
  agree("the blank of a lost one that failed used by one that is known");
  ASSERT_TRUE(restored::record_as(store, "44010626000005", next, by, now));
  agree("another was issued for it");
  EXPECT_EQ(registers::cells_of(lost_lines().back(), registers::Names::masked)[5], "已另发");
}

}  // namespace
}  // namespace ce::test
