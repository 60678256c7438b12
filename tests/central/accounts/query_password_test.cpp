#include "central/accounts/query_password.h"

#include "central/accounts/sign_in.h"
#include "central/store/fixture.h"
#include "support/store/first_value.h"

namespace ce::test {
namespace {

struct AtTheWindow : StoreTest {
  accounts::Keeper const clerk{"hrss-1", accounts::Role::hrss, "440106"};
  SecretText const wanted{"58201794"};

  Result<void> set(accounts::Keeper const& keeper, std::string const& name, SecretText const& password) {
    return accounts::set_query_password(store, keeper, id_number, name, password, now);
  }
  FailureCode refusal(accounts::Keeper const& keeper, std::string const& name, SecretText const& password) {
    auto const done = set(keeper, name, password);
    return done ? FailureCode::internal_fault : done.failure().code;
  }
  FailureCode at_the_kiosk(SecretText const& password) {
    auto const done = store.verify_query_password(id_number, password, now);
    return done ? FailureCode::internal_fault : done.failure().code;
  }
  std::string text(std::string const& sql) const { return first_value(store, sql); }
};

TEST_F(AtTheWindow, TheNewPasswordServesAndTheLockIsLifted) {
  for (int i = 0; i < 6; ++i) static_cast<void>(at_the_kiosk(SecretText{"wrong-" + std::to_string(i)}));
  EXPECT_EQ(at_the_kiosk(wanted), FailureCode::credential_locked);
  ASSERT_TRUE(set(clerk, "陈家明", wanted));
  EXPECT_TRUE(store.verify_query_password(id_number, wanted, now));
  ASSERT_TRUE(set(clerk, "陈家明", SecretText{"58201795"}));
  EXPECT_EQ(at_the_kiosk(wanted), FailureCode::credential_refused);
}

// What the number keys of a kiosk cannot type would lock its owner out there.
TEST_F(AtTheWindow, OnlyWhatTheKeysOfAKioskTypeIsTaken) {
  for (auto const* password :
       {"Kapok-2026", "1234567", "58 01794", "１２３４５９７８", "582017945820179458201"}) {
    EXPECT_EQ(refusal(clerk, "陈家明", SecretText{password}), FailureCode::input_invalid) << password;
  }
  EXPECT_TRUE(set(clerk, "陈家明", SecretText{"58201794582017945820"}));
}

TEST_F(AtTheWindow, WhatIsGuessedFirstIsRefused) {
  auto const born = id_number.reveal().substr(6, 8);
  for (auto const& password :
       {std::string{"88888888"}, std::string{"12345678"}, std::string{"9876543210"}, born}) {
    EXPECT_EQ(refusal(clerk, "陈家明", SecretText{password}), FailureCode::input_invalid) << password;
  }
}

TEST_F(AtTheWindow, ItsEntryNamesTheRowAndNoNumber) {
  ASSERT_TRUE(set(clerk, "陈家明", wanted));
  EXPECT_EQ(text("SELECT action || ' ' || actor || ' ' || subject_kind || ' ' || subject || ' ' || scope "
                 "FROM audit_entries"),
            "query_password_set hrss-1 professional 1 440106");
}

TEST_F(AtTheWindow, NumberNameRegionAndRoleHaveToGoTogether) {
  EXPECT_EQ(refusal(clerk, "陈家朋", wanted), FailureCode::person_unknown);
  EXPECT_EQ(refusal({"hrss-2", accounts::Role::hrss, "440304"}, "陈家明", wanted),
            FailureCode::person_unknown);
  EXPECT_TRUE(set({"hrss-3", accounts::Role::hrss, "440100"}, "陈家明", wanted)) << "the city's halls too";
  EXPECT_EQ(refusal({"emp-1", accounts::Role::employer, "440106"}, "陈家明", wanted),
            FailureCode::role_refused);
  EXPECT_EQ(refusal(clerk, "陈家明", SecretText{"short"}), FailureCode::input_invalid);
  auto const unknown =
      accounts::set_query_password(store, clerk, SecretText{"440524188001010014"}, "陈家明", wanted, now);
  EXPECT_EQ(unknown.failure().code, FailureCode::person_unknown);
}

}  // namespace
}  // namespace ce::test
