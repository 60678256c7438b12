// What stands in the place of the outside world while staff practise.
#include <gtest/gtest.h>

#include "kiosk/training/demo_reader.h"
#include "kiosk/training/training_central.h"
#include "shared/identity/card.h"

namespace ce::training {
namespace {

struct Training : testing::Test {
  std::vector<Learner> const all = learners(SystemClock{}.now());
  DemoReader reader{all};
  TrainingCentral central{all};

  static protocol::PersonQuery asking(std::string number, std::string password) {
    return {SecretText{std::move(number)}, protocol::ByPassword{SecretText{std::move(password)}}};
  }
};

TEST_F(Training, EachCardIsReadAsARealOneAndItsPersonKnown) {
  auto const today = china_date(SystemClock{}.now());
  ASSERT_GE(all.size(), 3U);
  for (int place = 0; place < static_cast<int>(all.size()); ++place) {
    reader.lay(place);
    ASSERT_TRUE(reader.find().value());
    EXPECT_FALSE(reader.find().value()) << "once for each laying";
    auto const block = reader.read();
    ASSERT_TRUE(block);
    auto const identity = identity::identity_from_card(block->reveal(), today);
    ASSERT_TRUE(identity) << describe(identity.failure());
    auto const years = central.find_person({identity->id_number, protocol::ByCard{}});
    ASSERT_TRUE(years);
    EXPECT_EQ(years->name.reveal(), identity->name.reveal());
    EXPECT_EQ(years->years.front().year, today.year());
  }
}

TEST_F(Training, ACardLiesThereUntilItIsTaken) {
  EXPECT_FALSE(reader.find().value());
  reader.lay(99);
  EXPECT_FALSE(reader.card_present().value().value());
  reader.lay(0);
  EXPECT_TRUE(reader.card_present().value().value());
  reader.lift();
  EXPECT_FALSE(reader.find().value());
  EXPECT_FALSE(reader.read());
}

TEST_F(Training, NobodyRealIsKnown) {
  EXPECT_EQ(central.find_person({SecretText{"440106188503120171"}, protocol::ByCard{}}).failure().code,
            FailureCode::person_unknown);
  auto const number = all.front().years.id_number.reveal();
  EXPECT_TRUE(central.find_person(asking(number, all.front().secret)));
  EXPECT_EQ(central.find_person(asking(number, "000000")).failure().code, FailureCode::credential_refused);
  EXPECT_EQ(central.verify("44010625000001")->state, protocol::VerificationState::unknown);
  EXPECT_EQ(central.verify("")->state, protocol::VerificationState::unknown);
}

TEST_F(Training, ItsCertificatesAreOfNoRegionAndVerifyNowhereElse) {
  for (auto const& learner : all) {
    for (auto const& year : learner.years.years) {
      auto const& number = year.certificate.number;
      EXPECT_TRUE(number.empty() || number.starts_with("000000")) << number;
      EXPECT_TRUE(year.certificate.verify_url.empty());
      EXPECT_FALSE(year.certificate.grant);
    }
  }
}

TEST_F(Training, NothingIsTakenAndNothingGranted) {
  EXPECT_EQ(central.deliver({}).failure().code, FailureCode::central_refused);
  EXPECT_EQ(central.report({}).failure().code, FailureCode::central_refused);
  EXPECT_FALSE(central.fetch_grant({EntryId::make(), "00000026000001"}));
  EXPECT_FALSE(central.proof_changes(""));
  EXPECT_FALSE(central.people_changes("person", ""));
}

}  // namespace
}  // namespace ce::training
