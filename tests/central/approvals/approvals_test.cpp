// What two persons of an authority must agree on.
#include "central/approvals/approvals.h"

#include <gmock/gmock.h>

#include "central/store/fixture.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

using approvals::Need;
using approvals::State;
using testing::HasSubstr;

struct TwoPersons : StoreTest {
  issuing::Actor chen{"acc-chen", credit::Party::hrss, credit::Level::county, "440106"};
  issuing::Actor li{"acc-li", credit::Party::hrss, credit::Level::county, "440106"};
  issuing::Actor city{"acc-city", credit::Party::hrss, credit::Level::city, "440100"};
  approvals::Rules rules;
  std::string number;

  void SetUp() override {
    StoreTest::SetUp();
    complete_year(1, 2025);
    number = issue(1, 2025).value();
    add_account("acc-chen");
  }
  void add_account(std::string const& id, std::string const& professional = "NULL") {
    write(
        "INSERT INTO accounts (id, login, shown_name, role, region, professional, hash, disabled, "
        "must_change_password, created_by, created_ms) VALUES ('" +
        id + "', '" + id + "', '某', 'hrss', '440106', " + professional + ", '', 0, 0, 'operator:x', 0)");
  }
  Result<approvals::Asked> revoke(issuing::Actor const& by) {
    return approvals::ask(store, rules, by, approvals::Revoke{number, "学时造假"}, now);
  }
  bool in_force() const {
    return value("SELECT COUNT(*) FROM certificates WHERE revoked_ms IS NULL AND number = '" + number +
                 "'") == "1";
  }
  std::string value(std::string const& sql) const { return first_value(store, sql); }
  State state(std::string const& id) const { return approvals::find(store, "440106", id, now).value().state; }
};

TEST_F(TwoPersons, WhereThereIsOneItIsDoneAtOnceAsBefore) {
  auto const asked = revoke(chen).value();
  EXPECT_TRUE(asked.proposal.empty());
  EXPECT_FALSE(in_force());
  EXPECT_EQ(value("SELECT COUNT(*) FROM proposals"), "0");
}

TEST_F(TwoPersons, WhereThereAreTwoTheOtherConfirmsAndBothStandInTheChain) {
  add_account("acc-li");
  auto const asked = revoke(chen).value();
  ASSERT_FALSE(asked.proposal.empty());
  EXPECT_TRUE(in_force()) << "nothing changes before";
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action = 'certificate_revoked'"), "0");
  EXPECT_EQ(approvals::confirm(store, chen, asked.proposal, now).failure().code, FailureCode::role_refused);
  EXPECT_EQ(approvals::confirm(store, city, asked.proposal, now).failure().code, FailureCode::record_unknown);
  ASSERT_TRUE(approvals::confirm(store, li, asked.proposal, now));
  EXPECT_FALSE(in_force());
  EXPECT_EQ(state(asked.proposal), State::confirmed);
  EXPECT_EQ(value("SELECT actor FROM audit_entries WHERE action = 'second_person_asked'"), "acc-chen");
  EXPECT_EQ(value("SELECT actor FROM audit_entries WHERE action = 'second_person_confirmed'"), "acc-li");
  EXPECT_THAT(value("SELECT detail FROM audit_entries WHERE action = 'certificate_revoked'"),
              HasSubstr(asked.proposal));
  EXPECT_EQ(approvals::confirm(store, li, asked.proposal, now).failure().code, FailureCode::record_changed);
}

TEST_F(TwoPersons, ADisabledAccountIsNoSecondPerson) {
  add_account("acc-li");
  write("UPDATE accounts SET disabled = 1 WHERE id = 'acc-li'");
  EXPECT_TRUE(revoke(chen).value().proposal.empty());
}

TEST_F(TwoPersons, ARefusalNeedsAReasonAndChangesNothing) {
  add_account("acc-li");
  auto const id = revoke(chen).value().proposal;
  EXPECT_EQ(approvals::refuse(store, li, id, " ", now).failure().code, FailureCode::input_invalid);
  EXPECT_EQ(approvals::refuse(store, chen, id, "算了", now).failure().code, FailureCode::role_refused);
  ASSERT_TRUE(approvals::refuse(store, li, id, "证据不足", now));
  EXPECT_TRUE(in_force());
  EXPECT_EQ(approvals::find(store, "440106", id, now).value().decided_reason, "证据不足");
  EXPECT_EQ(approvals::confirm(store, li, id, now).failure().code, FailureCode::record_changed);
}

TEST_F(TwoPersons, OneWaitsAtATimeUntilItIsWithdrawnOrExpires) {
  add_account("acc-li");
  auto const first = revoke(chen).value().proposal;
  EXPECT_THAT(revoke(li).failure().detail, HasSubstr("等待确认"));
  EXPECT_EQ(approvals::withdraw(store, li, first, now).failure().code, FailureCode::role_refused);
  ASSERT_TRUE(approvals::withdraw(store, chen, first, now));
  auto const second = revoke(li).value().proposal;
  now.ms += 7LL * 86'400'000;
  EXPECT_EQ(state(second), State::expired);
  EXPECT_EQ(approvals::confirm(store, chen, second, now).failure().code, FailureCode::record_changed);
  auto const third = revoke(li).value().proposal;
  ASSERT_TRUE(approvals::confirm(store, chen, third, now));
  EXPECT_FALSE(in_force());
}

TEST_F(TwoPersons, WhatCannotBeDoneIsRefusedAtOnceAndLeavesNothing) {
  add_account("acc-li");
  EXPECT_EQ(approvals::ask(store, rules, chen, approvals::Revoke{"44010625000099", "x"}, now).failure().code,
            FailureCode::certificate_unknown);
  EXPECT_EQ(approvals::ask(store, rules, chen, approvals::Revoke{number, ""}, now).failure().code,
            FailureCode::input_invalid);
  EXPECT_EQ(approvals::ask(store, rules, city, approvals::Revoke{number, "学时造假"}, now).failure().code,
            FailureCode::issuing_refused);
  EXPECT_EQ(value("SELECT COUNT(*) FROM proposals"), "0");
  EXPECT_EQ(value("SELECT COUNT(*) FROM audit_entries WHERE action LIKE 'certificate_revoked'"), "0");
  EXPECT_TRUE(in_force());
}

TEST_F(TwoPersons, ACorrectionTakesItsNumberWhenItIsConfirmed) {
  add_account("acc-li");
  auto const id =
      approvals::ask(store, rules, chen, approvals::Correct{number, "姓名有误", today}, now).value().proposal;
  EXPECT_EQ(value("SELECT COUNT(*) FROM certificates"), "1") << "the trial is taken back, number and all";
  auto const done = approvals::confirm(store, li, id, now).value();
  EXPECT_EQ(done.successor, "44010625000002") << "without a gap";
  EXPECT_FALSE(in_force());
}

TEST_F(TwoPersons, OnePersonUnderTwoAccountsIsOne) {
  add_account("acc-li", "1");
  write("UPDATE accounts SET professional = 1 WHERE id = 'acc-chen'");
  complete_year(1, 2024);
  add_person(2, "440304189207250249", "林晓慧");
  complete_year(2, 2025);
  number = issue(2, 2025).value();
  chen.professional = li.professional = 1;
  auto const id = revoke(chen).value().proposal;
  EXPECT_THAT(approvals::confirm(store, li, id, now).failure().detail, HasSubstr("同一个人"));
}

TEST_F(TwoPersons, WhoWasDisabledSinceProposedNothing) {
  add_account("acc-li");
  auto const id = revoke(chen).value().proposal;
  write("UPDATE accounts SET disabled = 1 WHERE id = 'acc-chen'");
  EXPECT_EQ(approvals::confirm(store, li, id, now).failure().code, FailureCode::role_refused);
  EXPECT_TRUE(in_force());
}

TEST_F(TwoPersons, TheAuthoritysNameAndWayOfSealingAreChangedByTwo) {
  add_account("acc-li");
  approvals::ChangeAuthority deed{{"440106"}};
  deed.change.name = "广州市天河区人力资源和社会保障局（新）";
  deed.change.seal_mode = certificate::SealMode::window_stamp;
  EXPECT_EQ(approvals::ask(store, rules, city, deed, now).failure().code, FailureCode::role_refused);
  auto const id = approvals::ask(store, rules, chen, deed, now).value().proposal;
  EXPECT_EQ(value("SELECT COUNT(*) FROM issuing_authorities"), "0");
  ASSERT_TRUE(approvals::confirm(store, li, id, now));
  EXPECT_EQ(value("SELECT seal_mode FROM issuing_authorities WHERE name LIKE '%（新）'"), "window_stamp");
  EXPECT_THAT(value("SELECT detail FROM audit_entries WHERE action = 'authority_set'"), HasSubstr(id));
}

TEST_F(TwoPersons, TheConfigurationMayWantItAlwaysOrNever) {
  rules.need = Need::always;
  auto const id = revoke(chen).value().proposal;
  EXPECT_FALSE(id.empty()) << "though nobody could confirm yet";
  ASSERT_TRUE(approvals::withdraw(store, chen, id, now));
  add_account("acc-li");
  rules.need = Need::never;
  EXPECT_TRUE(revoke(chen).value().proposal.empty());
}

}  // namespace
}  // namespace ce::test
