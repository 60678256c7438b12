#pragma once

#include "central/issuing/fixture.h"
#include "central/issuing/revoke.h"
#include "central/registers/cells.h"
#include "central/registers/register.h"

namespace ce::test {

/// Five certificates of Tianhe: the first printed twice (the first print failed), the second printed and
/// void, corrected by the sixth, the third with a print that nobody has told of, the others never printed.
struct RegisterTest : BatchTest {
  std::vector<std::string> numbers;
  Instant const later{now.ms + 86'400'000};

  void SetUp() override {
    BatchTest::SetUp();
    ASSERT_TRUE(store.enrol_kiosk({"K2", "440104", "越秀大厅"}, "hash2", now));
    complete_people(5);
    for (int i = 1; i <= 5; ++i) numbers.push_back(issue(i, 2026).value());
    print(numbers[0], "A1", now, protocol::PrintOutcome::failed, FailureCode::printer_jammed);
    print(numbers[0], "A2", Instant{now.ms + 60'000}, protocol::PrintOutcome::confirmed);
    print(numbers[1], "A3", Instant{now.ms + 120'000}, protocol::PrintOutcome::sent_to_printer);
    auto const unsettled = print_event(numbers[2], "B1", later);
    ASSERT_EQ(apply(unsettled, "K2").acceptance, protocol::Acceptance::accepted);
    numbers.push_back(
        issuing::correct_certificate(store, hrss, numbers[1], "姓名有误", today, later).value());
  }

  static protocol::KioskEvent print_event(std::string const& number, std::string const& blank, Instant at) {
    return {EntryId::make(), at, protocol::PrintRequested{number, 1, blank}};
  }
  void print(std::string const& number, std::string const& blank, Instant at, protocol::PrintOutcome outcome,
             std::optional<FailureCode> cause = {}) {
    auto const event = print_event(number, blank, at);
    ASSERT_EQ(apply(event).acceptance, protocol::Acceptance::accepted);
    auto settled = settle(event.id, outcome, Instant{at.ms + 20'000});
    std::get<protocol::PrintSettled>(settled.what).cause = cause;
    ASSERT_EQ(apply(settled).acceptance, protocol::Acceptance::accepted);
  }
  /// `more` further certificates of other people.
  void complete_people_more(std::int64_t more) {
    add_complete_people(6, 5 + more);
    refresh_all(5 + more);
    ASSERT_TRUE(approve(order()));
  }
  /// The last two digits of the number and the blank of each line.
  std::vector<std::string> lines(registers::Filter const& filter = {}, int limit = 100) const {
    std::vector<std::string> all;
    for (std::optional<registers::Key> after = registers::Key{}; after;) {
      auto const page = registers::lines_of(store, filter, *after, limit).value();
      for (auto const& line : page.lines) {
        all.push_back(line.number.substr(12) + (line.print ? " " + line.print->blank_number : ""));
      }
      after = page.after;
    }
    return all;
  }
};

}  // namespace ce::test
