#include "central/verification/look_up.h"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "central/issuing/fixture.h"
#include "central/issuing/revoke.h"

namespace ce::test {
namespace {

using protocol::VerificationState;

/// One certificate that was corrected by another, and one that was revoked.
struct LookUp : BatchTest {
  std::string corrected;
  std::string successor;
  std::string revoked;

  void SetUp() override {
    BatchTest::SetUp();
    complete_people(2);
    corrected = issue(1, 2026).value();
    revoked = issue(2, 2026).value();
    ASSERT_TRUE(issuing::revoke_certificate(store, hrss, revoked, "弄虚作假", now));
    write("UPDATE professionals SET name = '陈嘉明' WHERE id = 1");
    successor = issuing::correct_certificate(store, hrss, corrected, "姓名有误", today, now).value();
  }
  protocol::Verification ask(std::string const& number, std::optional<std::string> const& name = {}) const {
    std::optional<SecretText> secret;
    if (name) secret.emplace(*name);
    return verification::look_up(store, number, secret).value();
  }
};

TEST_F(LookUp, ByNumberAloneACorrectedCertificateIsVoidAndNoMore) {
  auto const told = ask(corrected);
  EXPECT_EQ(told.state, VerificationState::revoked);
  EXPECT_EQ(told.successor, "");
  EXPECT_EQ(told.masked_name, "**明");
  EXPECT_FALSE(told.name_matches);
  EXPECT_EQ(ask(successor).state, VerificationState::valid);
}

TEST_F(LookUp, WhoKnowsTheNameLearnsTheSuccessor) {
  EXPECT_EQ(ask(corrected, "陈家明").successor, successor);
  EXPECT_EQ(ask(corrected, "陈家明").name_matches, true);
  EXPECT_EQ(ask(corrected, "陈嘉明").successor, "") << "the name on that paper, not today's";
  EXPECT_EQ(ask(successor, "陈嘉明").name_matches, true);
  EXPECT_EQ(ask(successor, "陈嘉明").successor, "");
  EXPECT_EQ(ask(revoked, "测试").successor, "");
}

// Every printed fact (rules.md): the sheet's own number too, and to nobody who does not know what else is on
// it.
TEST_F(LookUp, WhoKnowsTheNameLearnsTheNumbersOfItsSheets) {
  auto const print = [&](char const* blank, std::int64_t minute) {
    protocol::KioskEvent event = print_of(successor, {now.ms + minute * 60'000});
    std::get<protocol::PrintRequested>(event.what).blank_number = blank;
    EXPECT_EQ(apply(event).acceptance, protocol::Acceptance::accepted);
    return event.id;
  };
  EXPECT_THAT(ask(successor, "陈嘉明").blank_numbers, testing::IsEmpty()) << "not printed yet";
  apply(settle(print("GD-A-00000007", 1), protocol::PrintOutcome::failed, now));
  apply(settle(print("GD-A-00000008", 2), protocol::PrintOutcome::confirmed, now));
  print("GD-A-00000019", 3);  // whose outcome was not told yet
  print("", 4);               // on plain paper
  EXPECT_THAT(ask(successor, "陈嘉明").blank_numbers, testing::ElementsAre("GD-A-00000019", "GD-A-00000008"));
  EXPECT_THAT(ask(successor, "陈家明").blank_numbers, testing::IsEmpty()) << "another's name";
  EXPECT_THAT(ask(successor).blank_numbers, testing::IsEmpty()) << "numbers can be guessed";
  EXPECT_THAT(ask(corrected, "陈家明").blank_numbers, testing::IsEmpty());
}

TEST_F(LookUp, AnUnknownNumberTellsNothingOfWhatItIsWorkedOutOn) {
  protocol::Verification unknown;
  unknown.number = "44010626000099";
  EXPECT_EQ(ask(unknown.number), unknown);
  unknown.name_matches = false;
  for (auto const* name : {"某某某", "", "陈家明"}) EXPECT_EQ(ask(unknown.number, name), unknown) << name;
}

TEST_F(LookUp, WhatCannotBeANumberIsRefusedBeforeTheStoreIsAsked) {
  for (auto const* number : {"", "4401", "44010626000000", "51010626000001", "44010626' OR '1"}) {
    EXPECT_EQ(verification::look_up(store, number, {}).failure().code,
              FailureCode::certificate_number_invalid)
        << number;
  }
}

/// What SQLite is given to do by connections opened while this lives: statements and their virtual steps.
class Counted {
 public:
  Counted() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(&opened)); }
  Counted(Counted const&) = delete;
  ~Counted() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&opened)); }

  struct Work {
    int selects = 0;
    int steps = 0;
    int sorts = 0;
    int others = 0;
  };
  static Work& work() {
    static Work done;
    return done;
  }

 private:
  static int opened(sqlite3* base, char const** /*error*/, sqlite3_api_routines const* /*api*/) {
    return sqlite3_trace_v2(base, SQLITE_TRACE_PROFILE, &ended, nullptr);
  }
  static int ended(unsigned /*what*/, void* /*own*/, void* statement, void* /*ns*/) {
    auto* const one = static_cast<sqlite3_stmt*>(statement);
    bool const select = std::string_view{sqlite3_sql(one)}.starts_with("SELECT");
    ++(select ? work().selects : work().others);
    if (!select) return 0;
    work().steps += sqlite3_stmt_status(one, SQLITE_STMTSTATUS_VM_STEP, 1);
    work().sorts += sqlite3_stmt_status(one, SQLITE_STMTSTATUS_SORT, 1);
    return 0;
  }
};

struct LookUpWork : Counted, LookUp {
  Work of(std::string const& number, std::optional<std::string> const& name) const {
    work() = {};
    ask(number, name);
    return work();
  }
};

struct LookUpTold : LookUpWork {
  std::string const unknown = "44010626000099";

  // What can be timed from outside: a number that nobody has must not be found out by its answer coming
  // sooner.
  void expect_all_alike(int selects) const {
    ask(unknown);  // the connection and the statements are there from now on
    ask(unknown, "陈嘉明");
    auto const by_name = of(successor, "陈嘉明");
    auto const by_number = of(successor, {});
    EXPECT_EQ(by_number.selects, selects);
    EXPECT_EQ(by_name.selects, selects + 1) << "its sheets too, whether the name is right or not";
    for (auto const& [number, name] :
         std::vector<std::pair<std::string, std::optional<std::string>>>{{successor, {}},
                                                                         {successor, "张三"},
                                                                         {corrected, {}},
                                                                         {corrected, "陈家明"},
                                                                         {revoked, {}},
                                                                         {revoked, "测试"},
                                                                         {unknown, {}},
                                                                         {unknown, "陈嘉明"}}) {
      auto const done = of(number, name);
      auto const& known = name ? by_name : by_number;
      EXPECT_EQ(done.selects, known.selects) << number;
      EXPECT_EQ(done.others, known.others) << number;
      EXPECT_EQ(done.sorts, 0) << "a tree made for one question costs more than the whole look-up";
      // Of what nobody has there are no eight columns to be read.
      EXPECT_NEAR(done.steps, known.steps, number == unknown ? 16 : 0) << number << ' ' << name.value_or("");
    }
  }
};

TEST_F(LookUpTold, KnownUnknownVoidAndWrongNamesAreTheSameStatements) {
  if (on_postgresql()) GTEST_SKIP() << "counted at SQLite; the questions are the same";
  expect_all_alike(1);
  write(
      "INSERT INTO lost_numbers (region, year, first_sequence, last_sequence, why, noted_ms) VALUES "
      "('440106', 2026, 50, 60, 'restored', 0)");
  expect_all_alike(3);
}

}  // namespace
}  // namespace ce::test
