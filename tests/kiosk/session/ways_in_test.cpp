// From nobody there to somebody being looked for.
#include "visit.h"

namespace ce::session {
namespace {

TEST(WaysIn, ACardBeginsAVisitFromEveryScreenWithoutAPerson) {
  for (Stage const& stage :
       {Stage{Home{}}, Stage{NumberEntry{}}, Stage{VerifyEntry{}}, Stage{VerifyResult{}}, Stage{Fault{}}}) {
    Visit visit;
    visit.state.stage = stage;
    EXPECT_TRUE(accepts_card(visit.state)) << stage.index();
    visit.with_card();
    EXPECT_TRUE(visit.at<Searching>()) << stage.index();
    EXPECT_EQ(visit.asked<FindPerson>(), 1) << stage.index();
  }
}

TEST(WaysIn, ACardIsNotTakenWhileSomebodyIsServed) {
  Visit visit;
  visit.with_card().found();
  EXPECT_FALSE(accepts_card(visit.state));
  visit.with_card();
  EXPECT_TRUE(visit.at<Progress>());
  EXPECT_TRUE(visit.effects.empty());
}

TEST(WaysIn, AFaultOfSomebodyBeingServedTakesNoOtherCard) {
  Visit visit;
  visit.with_card().answer(PersonNotFound{FailureCode::person_unknown});
  ASSERT_TRUE(visit.at<Fault>());
  EXPECT_FALSE(accepts_card(visit.state));
}

TEST(WaysIn, ARefusedCardSaysWhyAndTheNextOneIsTaken) {
  Visit visit;
  visit.answer(CardFound{});
  EXPECT_TRUE(visit.at<ReadingCard>());
  visit.answer(CardRefused{FailureCode::card_expired});
  ASSERT_TRUE(visit.at<Fault>());
  EXPECT_EQ(visit.stage<Fault>().code, FailureCode::card_expired);
  EXPECT_TRUE(visit.with_card().at<Searching>());
}

TEST(WaysIn, NumberAndPasswordAreAskedForInTurn) {
  Visit visit;
  visit.when(UseIdNumber{}).keys(standard_number).when(Confirm{});
  ASSERT_TRUE(visit.at<NumberEntry>());
  EXPECT_EQ(visit.stage<NumberEntry>().field, EntryField::password);
  visit.keys("246810").when(Confirm{});
  EXPECT_TRUE(visit.at<Searching>());
  ASSERT_EQ(visit.asked<FindPerson>(), 1);
  auto const& query = std::get<FindPerson>(visit.effects.front()).query;
  EXPECT_EQ(query.id_number.reveal(), standard_number);
  EXPECT_EQ(std::get<protocol::ByPassword>(query.proof).password.reveal(), "246810");
}

std::string const phone_code = "CEV1" + std::string(64, 'a');

TEST(WaysIn, ACodeFromCentralsPageBeginsAVisitAndSaysWhoseItIs) {
  Visit visit;
  visit.when(CodeScanned{phone_code});
  ASSERT_TRUE(visit.at<Searching>());
  ASSERT_EQ(visit.asked<FindPerson>(), 1);
  auto const& query = std::get<FindPerson>(visit.effects.front()).query;
  EXPECT_EQ(std::get<protocol::ByCode>(query.proof).code.reveal(), std::string(64, 'a'));
  visit.found();
  ASSERT_TRUE(visit.at<Progress>());
  EXPECT_EQ(visit.state.visitor->identity.id_number, visit.state.visitor->years->id_number);
}

TEST(WaysIn, ARefusedCodeIsSaidAndLeavesNobodyBehind) {
  Visit visit;
  visit.when(CodeScanned{phone_code}).answer(PersonNotFound{FailureCode::visit_code_refused});
  ASSERT_TRUE(visit.at<Fault>());
  EXPECT_EQ(visit.stage<Fault>().code, FailureCode::visit_code_refused);
  EXPECT_FALSE(visit.state.visitor);
  EXPECT_TRUE(visit.when(CodeScanned{phone_code}).at<Searching>()) << "the next one is taken";
}

TEST(WaysIn, ACodeIsNotTakenWhileSomebodyIsServed) {
  Visit visit;
  visit.with_card().found();
  visit.when(CodeScanned{phone_code});
  EXPECT_TRUE(visit.at<Progress>());
  EXPECT_TRUE(visit.effects.empty());
}

TEST(WaysIn, AWrongCheckDigitIsSaidAtOnceAndNothingIsLost) {
  Visit visit;
  visit.when(UseIdNumber{}).keys("110105194912310021").when(Confirm{});
  EXPECT_EQ(visit.stage<NumberEntry>().complaint, FailureCode::id_number_invalid);
  EXPECT_EQ(visit.stage<NumberEntry>().id_number.reveal(), "110105194912310021");
  visit.when(Erase{});
  EXPECT_FALSE(visit.stage<NumberEntry>().complaint);
  EXPECT_EQ(visit.keys("X").when(Confirm{}).stage<NumberEntry>().field, EntryField::password);
}

TEST(WaysIn, KeysThatCannotStandThereAreIgnored) {
  Visit visit;
  visit.when(UseIdNumber{}).keys("X1a \n").keys("23456789012345678").keys("99999");
  EXPECT_EQ(visit.stage<NumberEntry>().id_number.reveal(), "123456789012345678");
  visit.when(Clear{});
  EXPECT_TRUE(visit.stage<NumberEntry>().id_number.reveal().empty());
}

TEST(WaysIn, APasswordHasSixToTwentyDigits) {
  Visit visit;
  visit.when(UseIdNumber{}).keys(standard_number).when(Confirm{}).keys("12345").when(Confirm{});
  ASSERT_TRUE(visit.at<NumberEntry>());
  EXPECT_TRUE(visit.stage<NumberEntry>().complaint);
  visit.keys("6789012345678901234567X");
  EXPECT_EQ(visit.stage<NumberEntry>().password.reveal().size(), 20U);
}

TEST(WaysIn, BackFromThePasswordKeepsTheNumberAndDropsThePassword) {
  Visit visit;
  visit.when(UseIdNumber{}).keys(standard_number).when(Confirm{}).keys("123456").when(Back{});
  EXPECT_EQ(visit.stage<NumberEntry>().field, EntryField::id_number);
  EXPECT_EQ(visit.stage<NumberEntry>().id_number.reveal(), standard_number);
  EXPECT_TRUE(visit.stage<NumberEntry>().password.reveal().empty());
}

}  // namespace
}  // namespace ce::session
