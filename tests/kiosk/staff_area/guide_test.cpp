// The guided set-up: its way through the items, back, and from the report to what has to be mended.
#include "settings_stay.h"

namespace ce::staff_area {
namespace {

class GuideTest : public testing::Test {
 protected:
  Stay stay_;
  void begin() {
    items::Draft bare;
    bare.settings.central.key_file = "/k/kiosk.key";
    stay_.when(GuideBegins{}).when(Answer{SettingsSeen{bare, known()}}).press(StaffKey::confirm);
  }
  void saved() {
    ASSERT_TRUE(stay_.asked<SaveItem>());
    EXPECT_FALSE(stay_.asked<SaveItem>()->write) << "all of it is written at the end";
    stay_.when(Answer{ItemSaved{Verdict{true, {}}}});
  }
  [[nodiscard]] std::optional<ItemId> item() const {
    auto const* page = stay_.at<ItemPage>();
    return page == nullptr ? std::nullopt : std::optional{page->id};
  }
};

TEST_F(GuideTest, LeadsThroughEveryItemToTheReport) {
  begin();
  ASSERT_EQ(item(), ItemId::language);
  stay_.press(StaffKey::choose, 1);
  saved();
  ASSERT_EQ(item(), ItemId::place);
  press(stay_, ItemKey::skip);
  EXPECT_EQ(item(), ItemId::place) << "a place must be named";
  stay_.press(StaffKey::leave);
  EXPECT_EQ(item(), ItemId::place) << "nobody leaves but through the end";
  stay_.press(StaffKey::choose, 0).press(StaffKey::choose, 0).press(StaffKey::choose, 0);
  saved();
  ASSERT_EQ(item(), ItemId::central);
  stay_.type("http://127.0.0.1:1").press(StaffKey::confirm).type("k").press(StaffKey::confirm);
  stay_.press(StaffKey::confirm).when(Answer{ItemTried{Verdict{false, "联系不上"}}}).press(StaffKey::confirm);
  saved();
  while (item() && *item() != ItemId::printer) press(stay_, ItemKey::skip);
  stay_.type("ipp://p/").press(StaffKey::confirm).when(Answer{ItemTried{Verdict{true, "打印机"}}});
  saved();
  while (item() && *item() != ItemId::pin) press(stay_, ItemKey::skip);
  stay_.type("314159").press(StaffKey::confirm).type("314159").press(StaffKey::confirm);
  saved();
  ASSERT_TRUE(stay_.at<GuideReport>());
  press(stay_, ItemKey::page_out);
  ASSERT_TRUE(stay_.asked<PrintReport>());
  auto const& lines = stay_.asked<PrintReport>()->lines;
  ASSERT_EQ(lines.size(), items::item_count - 3);
  EXPECT_EQ(lines[0].value, "English");
  EXPECT_EQ(lines[2].result, "测试没有通过：联系不上");
  EXPECT_EQ(lines[3].result, "已跳过");
  EXPECT_EQ(lines[7].result, "测试通过：打印机");
  EXPECT_EQ(lines.back().value, "已设置") << "the PIN is not in it";
  stay_.when(Answer{Told{true, "x"}}).press(StaffKey::confirm);
  ASSERT_TRUE(stay_.at<GuideReport>());
  ASSERT_TRUE(stay_.press(StaffKey::confirm).asked<WriteGuide>());
  EXPECT_EQ(stay_.asked<WriteGuide>()->draft.pin.reveal(), "314159");
  stay_.when(Answer{GuideWritten{Verdict{false, "没有写入"}}});
  EXPECT_FALSE(stay_.asked<Restart>());
  EXPECT_TRUE(stay_.press(StaffKey::confirm).when(Answer{GuideWritten{Verdict{true, {}}}}).asked<Restart>());
}

TEST_F(GuideTest, GoesBackAndKeepsWhatWasSet) {
  begin();
  press(stay_, ItemKey::skip);
  stay_.press(StaffKey::choose, 0).press(StaffKey::back).press(StaffKey::choose, 0);
  stay_.press(StaffKey::choose, 0).press(StaffKey::choose, 0);
  saved();
  stay_.press(StaffKey::back);
  ASSERT_EQ(item(), ItemId::place);
  EXPECT_EQ(stay_.at<ItemPage>()->values[1].reveal(), "440106");
  stay_.press(StaffKey::back).press(StaffKey::back);
  EXPECT_TRUE(stay_.at<GuideStart>());
  stay_.after(std::chrono::hours{1});
  EXPECT_TRUE(stay_.at<GuideStart>()) << "it does not close by itself";
}

// What the report shows as wrong is mended there and then, not by ten steps back and ten on.
TEST_F(GuideTest, FromTheReportAnItemIsMendedAndLeadsBackToIt) {
  begin();
  for (auto const id : guide_path(*stay_.state.draft)) {
    stay_.state.guide->marks[static_cast<std::size_t>(id)] = GuideMark{};
  }
  stay_.state.guide->at = guide_path(*stay_.state.draft).size();
  stay_.when(Touched{}).state.stage = GuideReport{};
  stay_.choose(ItemId::language);
  ASSERT_EQ(item(), ItemId::language);
  stay_.press(StaffKey::choose, 1);
  saved();
  EXPECT_TRUE(stay_.at<GuideReport>());
  stay_.choose(ItemId::idle);
  ASSERT_EQ(item(), ItemId::idle);
  stay_.press(StaffKey::back);
  EXPECT_TRUE(stay_.at<GuideReport>()) << "nothing was changed";
  stay_.choose(ItemId::paper).press(StaffKey::choose, 1).press(StaffKey::confirm);
  saved();
  EXPECT_EQ(item(), ItemId::calibration) << "another paper asks for what it needs";
  press(stay_, ItemKey::skip);
  EXPECT_TRUE(stay_.at<GuideReport>());
  stay_.choose(ItemId::holidays);
  EXPECT_TRUE(stay_.at<GuideReport>()) << "it is not on the way";
  stay_.press(StaffKey::back);
  EXPECT_EQ(item(), ItemId::pin) << "one step back, as on the way";
}

TEST(GuidePath, NumberedStockHasItsNumbersAndNeedsItsPlace) {
  items::Draft draft;
  auto const has = [&](ItemId id) {
    auto const path = guide_path(draft);
    return std::find(path.begin(), path.end(), id) != path.end();
  };
  EXPECT_TRUE(has(ItemId::numbers));
  EXPECT_FALSE(has(ItemId::calibration));
  draft.settings.paper.preprinted = true;
  EXPECT_FALSE(has(ItemId::numbers));
  EXPECT_TRUE(has(ItemId::calibration));
}

}  // namespace
}  // namespace ce::staff_area
