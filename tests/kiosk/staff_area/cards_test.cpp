// A staff card at the door, and the pages on which cards are made and taken back.
#include "kiosk/staff/card_code.h"
#include "stay.h"

namespace ce::staff_area {
namespace {

using staff::CardAtDoor;
using std::chrono::seconds;

class CardStay : public Stay {
 public:
  SecretText code = staff::make_card_code();

  explicit CardStay(CardAtDoor card, staff::CardUse use = staff::CardUse::alone) {
    state.cards = use;
    when(DoorOpened{}).when(Answer{DoorStood{true, {}, card}});
  }
  CardStay& scan(std::string text) {
    when(Scanned{SecretText{std::move(text)}});
    return *this;
  }
  CardStay& scan_card() { return scan(staff::card_code_text(code)); }
};

TEST(StaffCardAtDoor, GoesToTheDeskAndOpensAsThePinDoes) {
  CardStay stay{CardAtDoor::opens};
  stay.type("27");
  stay.scan_card();
  ASSERT_TRUE(stay.asked<JudgeCard>());
  EXPECT_EQ(stay.asked<JudgeCard>()->card.reveal(), stay.code.reveal());
  EXPECT_EQ(stay.asked<JudgeCard>()->pin.reveal(), "");
  EXPECT_EQ(stay.at<AtDoor>()->card.reveal(), "") << "it is not kept";
  EXPECT_EQ(stay.at<AtDoor>()->typed.reveal(), "");
  EXPECT_FALSE(stay.scan_card().asked<JudgeCard>()) << "while one is judged nothing else is tried";
  EXPECT_TRUE(stay.when(Answer{PinJudged{true, {}}}).at<Menu>());
}

TEST(StaffCardAtDoor, AWrongOneLocksKeysAndCards) {
  CardStay stay{CardAtDoor::opens};
  stay.scan_card().when(Answer{PinJudged{false, seconds{20}}});
  EXPECT_TRUE(stay.at<AtDoor>()->wrong && stay.at<AtDoor>()->by_card);
  EXPECT_FALSE(stay.scan_card().asked<JudgeCard>());
  stay.type("2");
  EXPECT_EQ(stay.at<AtDoor>()->typed.reveal(), "");
  stay.after(seconds{20});
  EXPECT_TRUE(stay.scan_card().asked<JudgeCard>());
}

TEST(StaffCardAtDoor, WhereThePinIsNeededTooNothingIsAskedBeforeBothAreThere) {
  CardStay stay{CardAtDoor::needed};
  stay.type("271828").press(StaffKey::confirm);
  EXPECT_FALSE(stay.asked<JudgePin>());
  EXPECT_FALSE(stay.scan_card().asked<JudgeCard>());
  stay.press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<JudgeCard>());
  EXPECT_EQ(stay.asked<JudgeCard>()->pin.reveal(), "271828");
  EXPECT_EQ(stay.asked<JudgeCard>()->card.reveal(), stay.code.reveal());
  EXPECT_EQ(stay.at<AtDoor>()->card.reveal(), "");
}

TEST(StaffCardAtDoor, WhatIsNoCardIsNoTryAndKeepsTheDoorOpenNoLonger) {
  CardStay stay{CardAtDoor::opens};
  stay.after(seconds{20});
  for (auto const* text : {"44010625000001", "https://jxjy.example.gov.cn/v/AEUA", "6901028075831", ""}) {
    EXPECT_FALSE(stay.scan(text).asked<JudgeCard>());
    EXPECT_TRUE(stay.at<AtDoor>()->not_a_card);
  }
  EXPECT_TRUE(stay.after(seconds{10}).at<Closed>());
}

TEST(StaffCardAtDoor, NoneIsTakenWhereTheyAreOffOrTheDoorIsShutOrNoPinIsSet) {
  CardStay off{CardAtDoor::none, staff::CardUse::off};
  EXPECT_FALSE(off.scan_card().asked<JudgeCard>());
  CardStay stay{CardAtDoor::none};
  EXPECT_TRUE(stay.scan_card().asked<JudgeCard>()) << "one that was taken back is known when none is out";
  stay.press(StaffKey::leave);
  EXPECT_FALSE(stay.scan_card().asked<JudgeCard>());
  EXPECT_TRUE(stay.at<Closed>());
  stay.when(DoorOpened{});
  EXPECT_FALSE(stay.scan_card().asked<JudgeCard>()) << "the desk has not looked yet";
  stay.when(Answer{DoorStood{false, {}, CardAtDoor::opens}});
  EXPECT_FALSE(stay.scan_card().asked<JudgeCard>());
  Stay inside;
  inside.inside().when(Scanned{SecretText{staff::card_code_text(stay.code)}});
  EXPECT_TRUE(inside.at<Menu>() && inside.effects.empty());
}

TEST(StaffCardPages, OneIsMadeForADeskOrAShiftAndAskedOnceMore) {
  Stay stay;
  stay.state.cards = staff::CardUse::alone;
  stay.inside().open(Place::settings).open(Place::cards);
  EXPECT_TRUE(stay.asked<SeeCards>());
  stay.when(Answer{CardsSeen{}}).press(StaffKey::confirm).choose(1);
  EXPECT_FALSE(stay.asked<MakeCard>());
  stay.press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<MakeCard>());
  EXPECT_EQ(stay.asked<MakeCard>()->label, "值班");
  EXPECT_FALSE(stay.press(StaffKey::confirm).asked<MakeCard>()) << "a second touch makes no second card";
  stay.when(Answer{Told{true, "x"}});
  EXPECT_TRUE(stay.press(StaffKey::confirm).asked<SeeCards>()) << "and back to the list, seen anew";
}

TEST(StaffCardPages, ALabelOfItsOwnIsShortAndNotEmpty) {
  Stay stay;
  stay.state.cards = staff::CardUse::alone;
  stay.inside().open(Place::cards).when(Answer{CardsSeen{}}).press(StaffKey::confirm);
  stay.choose(card_labels.size()).press(StaffKey::confirm);
  EXPECT_EQ(stay.at<NewCard>()->step, NewCard::Step::typing);
  stay.type("440106199001011234").press(StaffKey::confirm).press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<MakeCard>());
  EXPECT_EQ(stay.asked<MakeCard>()->label.size(), longest_typed_label) << "nobody's whole number";
}

TEST(StaffCardPages, OneIsTakenBackByItsNumber) {
  Stay stay;
  stay.state.cards = staff::CardUse::alone;
  stay.inside().open(Place::cards).when(Answer{CardsSeen{{{3, {}, "早班"}, {7, {}, "备用"}}}}).choose(1);
  EXPECT_FALSE(stay.asked<Obey>());
  stay.press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<Obey>());
  EXPECT_EQ(stay.asked<Obey>()->order.task, staff::Task::take_back_card);
  EXPECT_EQ(stay.asked<Obey>()->order.card, 7);
}

TEST(StaffCardPages, NoneIsMadeWhereTheyAreOffOrTooManyAreOut) {
  Stay stay;
  std::vector<staff::StaffCard> const full(staff::most_cards, {1, {}, "备用"});
  stay.inside().open(Place::cards).when(Answer{CardsSeen{}}).press(StaffKey::confirm);
  EXPECT_TRUE(stay.at<CardsPage>());
  stay.state.cards = staff::CardUse::with_pin;
  stay.when(Answer{CardsSeen{full}}).press(StaffKey::confirm);
  EXPECT_TRUE(stay.at<CardsPage>());
  EXPECT_TRUE(stay.press(StaffKey::back).at<SettingsPage>());
}

}  // namespace
}  // namespace ce::staff_area
