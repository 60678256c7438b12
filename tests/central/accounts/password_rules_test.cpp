#include "central/accounts/password_rules.h"

#include <gtest/gtest.h>

namespace ce::accounts {
namespace {

std::string said(std::string const& password, std::string_view login = "clerk.of.hrss") {
  auto const checked = check_password(SecretText{password}, login);
  return checked ? "" : checked.failure().detail;
}

TEST(PasswordRules, LengthIsInCharacters) {
  EXPECT_NE(said("ninechars"), "");
  EXPECT_EQ(said("ten chars!"), "");
  EXPECT_EQ(said("木棉花开在广州的春天"), "");
  EXPECT_NE(said("木棉花开在广州春天"), "");
  EXPECT_EQ(said(std::string(63, 'x') + "y"), "");
  EXPECT_NE(said(std::string(64, 'x') + "y"), "");
}

TEST(PasswordRules, WhatIsTriedFirstIsRefused) {
  for (auto const* password : {"Password123", "1234567890", "aaaaaaaaaaaa", "Clerk.Of.HRSS", "qwertyuiop"}) {
    EXPECT_NE(said(password), "") << password;
  }
}

TEST(PasswordRules, GarbledTextIsRefused) {
  EXPECT_NE(said("kapok\xFF-bloom"), "");
  EXPECT_NE(said(std::string{"kapok\0bloom!", 12}), "");
}

}  // namespace
}  // namespace ce::accounts
