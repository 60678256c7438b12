// Settings changed on the screen: what is asked of the desk, and when.
#include "settings_stay.h"

namespace ce::staff_area {
namespace {

Stay in_settings() {
  Stay stay;
  stay.inside().open(Place::settings);
  EXPECT_TRUE(stay.asked<SeeSettings>());
  stay.when(Answer{SettingsSeen{draft_of_a_kiosk(), known()}});
  return stay;
}

TEST(StaffItems, AnAddressIsTestedBeforeItIsWritten) {
  auto stay = in_settings();
  stay.choose(ItemId::printer).press(StaffKey::clear).type("ipp://10.0.0.9/ipp/print");
  stay.press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<TryItem>());
  EXPECT_EQ(stay.asked<TryItem>()->draft.settings.printer_uri, "ipp://10.0.0.9/ipp/print");
  stay.press(StaffKey::back);
  EXPECT_TRUE(stay.at<Trying>()) << "the answer is waited for";
  EXPECT_FALSE(seconds_left(stay.state, stay.now));
  stay.when(Answer{ItemTried{Verdict{true, "ok"}}});
  ASSERT_TRUE(stay.asked<SaveItem>());
  EXPECT_TRUE(stay.asked<SaveItem>()->write);
  stay.when(Answer{ItemSaved{Verdict{true, {}}}});
  ASSERT_TRUE(stay.at<ItemSavedPage>());
  EXPECT_TRUE(stay.press(StaffKey::confirm).asked<Restart>());
}

// Who changes three things starts anew once, and is told until then that nothing of it holds yet.
TEST(StaffItems, WhatWaitsForANewStartIsSaidUntilItComes) {
  auto stay = in_settings();
  EXPECT_FALSE(stay.state.restart_due);
  stay.press(StaffKey::choose, restart_key).press(StaffKey::back);
  stay = in_settings();
  stay.choose(ItemId::language).press(StaffKey::choose, 1).when(Answer{ItemSaved{Verdict{true, {}}}});
  stay.press(StaffKey::back);
  EXPECT_TRUE(stay.at<SettingsPage>());
  EXPECT_TRUE(stay.state.restart_due);
  stay.press(StaffKey::leave).inside();
  EXPECT_TRUE(stay.state.restart_due) << "over the stay as well";
  stay.open(Place::settings).press(StaffKey::choose, restart_key);
  ASSERT_TRUE(stay.at<Sure>()) << "it is asked once more";
  EXPECT_TRUE(stay.press(StaffKey::confirm).asked<Restart>());
}

TEST(StaffItems, WhatDoesNotAnswerIsKeptOnlyWhenStaffSaySo) {
  auto stay = in_settings();
  stay.choose(ItemId::printer).press(StaffKey::confirm).when(Answer{ItemTried{Verdict{false, "没有应答"}}});
  EXPECT_FALSE(stay.asked<SaveItem>());
  ASSERT_TRUE(stay.at<ItemPage>());
  EXPECT_TRUE(stay.at<ItemPage>()->anyway);
  stay.type("1");
  EXPECT_FALSE(stay.at<ItemPage>()->anyway) << "another address is another matter";
  stay.press(StaffKey::confirm).when(Answer{ItemTried{Verdict{false, "没有应答"}}}).press(StaffKey::confirm);
  EXPECT_TRUE(stay.asked<SaveItem>());
}

TEST(StaffItems, ValuesThatDoNotFitAreNeverKept) {
  auto stay = in_settings();
  stay.choose(ItemId::printer)
      .press(StaffKey::confirm)
      .when(Answer{ItemTried{Verdict{false, "x", 0}, false}});
  EXPECT_FALSE(stay.at<ItemPage>()->anyway);
  stay.press(StaffKey::back).when(Answer{SettingsSeen{draft_of_a_kiosk(), known()}}).choose(ItemId::idle);
  stay.press(StaffKey::confirm).press(StaffKey::confirm).press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<SaveItem>()) << "times have nothing to test";
  stay.when(Answer{ItemSaved{Verdict{false, "应在 20 到 45 之间", 1}}});
  ASSERT_TRUE(stay.at<ItemPage>());
  EXPECT_EQ(stay.at<ItemPage>()->at, 1U) << "the field that it is about";
}

TEST(StaffItems, AnotherCityAsksForCountyAndHallAnew) {
  auto stay = in_settings();
  stay.choose(ItemId::place).press(StaffKey::choose, 1);
  ASSERT_TRUE(stay.at<ItemPage>());
  EXPECT_EQ(stay.at<ItemPage>()->values[0].reveal(), "440300");
  EXPECT_EQ(stay.at<ItemPage>()->values[2].reveal(), "");
  stay.press(StaffKey::choose, 0).press(StaffKey::choose, 0);
  ASSERT_TRUE(stay.asked<SaveItem>());
  EXPECT_EQ(stay.asked<SaveItem>()->draft.settings.location.region, "440304");
  EXPECT_EQ(stay.asked<SaveItem>()->draft.settings.location.hall, "深圳市福田区人力资源和社会保障服务大厅");
}

TEST(StaffItems, APrinterIsTakenFromTheList) {
  auto stay = in_settings();
  stay.choose(ItemId::printer);
  EXPECT_TRUE(press(stay, ItemKey::search).asked<FindPrinters>());
  stay.when(Answer{PrintersFound{{{"ipp://a/", "A"}, {"ipp://b/", "B"}}}}).press(StaffKey::choose, 1);
  ASSERT_TRUE(stay.at<ItemPage>());
  EXPECT_EQ(stay.at<ItemPage>()->values[0].reveal(), "ipp://b/");
}

TEST(StaffItems, AScannerFillsTheFieldInTurn) {
  auto stay = in_settings();
  stay.choose(ItemId::central).press(StaffKey::choose, 2).when(Scanned{SecretText{"abcdef"}});
  EXPECT_EQ(stay.at<ItemPage>()->values[2].reveal(), "abcdef");
  stay.press(StaffKey::back).when(Answer{SettingsSeen{draft_of_a_kiosk(), known()}}).choose(ItemId::sound);
  stay.when(Scanned{SecretText{"loud"}});
  EXPECT_EQ(stay.at<ItemPage>()->values[0].reveal(), "elder") << "what is chosen from a list is not typed";
}

TEST(StaffItems, HoursAreTypedUnlessItIsAlwaysOpen) {
  auto stay = in_settings();
  stay.choose(ItemId::hours).press(StaffKey::choose, 0);
  ASSERT_TRUE(stay.asked<SaveItem>()) << "nothing more to fill in";
  EXPECT_EQ(stay.asked<SaveItem>()->draft.settings.hours.days, hours::Days::always);

  stay = in_settings();
  stay.choose(ItemId::hours).press(StaffKey::choose, 1);
  ASSERT_TRUE(stay.at<ItemPage>());
  stay.press(StaffKey::clear).type("0830").press(StaffKey::confirm).press(StaffKey::confirm);
  stay.press(StaffKey::clear).press(StaffKey::confirm).press(StaffKey::confirm);
  EXPECT_FALSE(stay.asked<SaveItem>()) << "an afternoon that ends and does not begin";
  ASSERT_TRUE(stay.at<ItemPage>());
  EXPECT_NE(stay.at<ItemPage>()->verdict->text.find("下午"), std::string::npos);
  stay.press(StaffKey::clear).press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<SaveItem>());
  auto const& plan = stay.asked<SaveItem>()->draft.settings.hours;
  EXPECT_EQ(plan.days, hours::Days::weekdays);
  EXPECT_EQ(plan.open, std::vector<std::string>{"08:30-12:00"});
}

TEST(StaffItems, AScannerIsTestedAndNoneIsNothingToTest) {
  auto stay = in_settings();
  stay.choose(ItemId::scanner).press(StaffKey::choose, 0);
  ASSERT_TRUE(stay.asked<TryItem>());
  EXPECT_TRUE(stay.asked<TryItem>()->draft.settings.scanner.devices.empty());
}

// In the guided set-up there is no other key on that page.
TEST(StaffItems, WhoHasNoCardAtHandGivesTheTestUp) {
  auto stay = in_settings();
  stay.choose(ItemId::reader)
      .press(StaffKey::choose, 0)
      .press(StaffKey::choose, 0)
      .press(StaffKey::choose, 0);
  ASSERT_TRUE(stay.at<Trying>());
  EXPECT_TRUE(may_stop(stay.state.stage));
  EXPECT_TRUE(stay.press(StaffKey::back).asked<StopTrying>());
  EXPECT_TRUE(stay.at<Trying>()) << "until the desk has let go of the reader";
  stay.when(Answer{ItemTried{Verdict{false, "没有读到证件"}}});
  ASSERT_TRUE(stay.at<ItemPage>());
  EXPECT_TRUE(stay.at<ItemPage>()->anyway);
  stay.press(StaffKey::confirm);
  ASSERT_TRUE(stay.asked<SaveItem>()) << "kept untested, and said so";
  stay.when(Answer{ItemSaved{Verdict{true, {}}}}).press(StaffKey::back);
  stay.when(Answer{SettingsSeen{draft_of_a_kiosk(), known()}}).choose(ItemId::reader);
  stay.press(StaffKey::choose, 0).press(StaffKey::choose, 0).press(StaffKey::choose, 0);
  stay.press(StaffKey::leave);
  EXPECT_TRUE(stay.asked<StopTrying>());
  EXPECT_TRUE(stay.asked<Leave>());
  stay = in_settings();
  stay.choose(ItemId::printer).press(StaffKey::confirm).press(StaffKey::back);
  EXPECT_TRUE(stay.asked<StopTrying>()) << "a silent printer keeps nobody either";
  EXPECT_TRUE(stay.at<Trying>());
  stay.when(Answer{ItemTried{Verdict{false, "没有做完"}}});
  ASSERT_TRUE(stay.at<ItemPage>());
  EXPECT_TRUE(stay.at<ItemPage>()->anyway);
  stay = in_settings();
  stay.choose(ItemId::central).press(StaffKey::confirm).press(StaffKey::confirm).press(StaffKey::confirm);
  ASSERT_TRUE(stay.at<Trying>());
  EXPECT_TRUE(stay.press(StaffKey::back).asked<StopTrying>());
}

TEST(StaffItems, TheTouchCheckCountsMisses) {
  auto stay = in_settings();
  stay.choose(ItemId::touch).when(Touched{}).press(StaffKey::choose, 3);
  EXPECT_EQ(stay.at<ItemPage>()->hits, 0) << "the marks in their order";
  for (int spot = 0; spot < touch_spots; ++spot) stay.press(StaffKey::choose, spot);
  ASSERT_TRUE(stay.at<Said>());
  EXPECT_NE(stay.at<Said>()->told.text.find("1 次"), std::string::npos) << stay.at<Said>()->told.text;
}

}  // namespace
}  // namespace ce::staff_area
