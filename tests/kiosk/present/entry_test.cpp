// What is typed, as the screens show it.
#include "presented.h"

namespace ce::present {
namespace {

EntryView entry(session::Stage stage) {
  session::State state;
  state.stage = std::move(stage);
  return std::get<EntryView>(shown(state).body);
}

session::NumberEntry number(std::string digits) {
  return {session::EntryField::id_number, SecretText{std::move(digits)}, {}, {}};
}

TEST(Entry, AnIdNumberIsGroupedAsItIsReadAloud) {
  EXPECT_EQ(entry(number("11010519491231002X")).fields.at(0).shown, "110105 19491231 002X");
  EXPECT_EQ(entry(number("1101051")).fields.at(0).shown, "110105 1");
}

TEST(Entry, OnlyAWholeNumberCanBeConfirmed) {
  EXPECT_FALSE(entry(number("1101051949123100")).can_confirm);
  EXPECT_TRUE(entry(number("11010519491231002X")).can_confirm);
  EXPECT_TRUE(entry(number("110105491231002")).can_confirm);  // the legacy form of 15
}

TEST(Entry, APasswordIsNeverShown) {
  session::NumberEntry at{session::EntryField::password, SecretText{"11010519491231002X"},
                          SecretText{"135790"}, FailureCode::credential_refused};
  auto const view = entry(at);
  EXPECT_EQ(view.fields.at(1).shown, "●●●●●●");
  EXPECT_TRUE(view.fields.at(1).active);
  EXPECT_EQ(view.fields.at(0).shown, "110***********002X") << "nor the number any longer";
  EXPECT_FALSE(view.letter_x);
  ASSERT_TRUE(view.complaint);
  EXPECT_EQ(view.complaint->tone, Tone::bad);
}

TEST(Entry, ACertificateNumberIsGroupedByItsParts) {
  auto const view = entry(session::VerifyEntry{"44010625000001", {}});
  EXPECT_EQ(view.fields.at(0).shown, "4401 06 25 000001");
  EXPECT_TRUE(view.can_confirm);
}

}  // namespace
}  // namespace ce::present
