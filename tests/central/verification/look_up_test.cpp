#include "central/verification/look_up.h"

#include <gmock/gmock.h>

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

}  // namespace
}  // namespace ce::test
