// What a kiosk is set up with, item by item, judged as the file is read at start.
#include "kiosk/items/item.h"

#include <gtest/gtest.h>

#include "support/files.h"
#include "support/temp_directory.h"

namespace ce::items {
namespace {

class Items : public testing::Test {
 protected:
  test::TempDirectory directory_;
  std::filesystem::path file_ = directory_ / "kiosk.toml";
  Draft draft_;
  Known known_;

  void SetUp() override {
    std::string const source = CE_SOURCE_DIR;
    test::write_all(file_, test::read_all(source + "/config/kiosk.toml"));
    draft_.settings = settings::read_settings(file_, true).value();
    auto regions =
        certificate::Regions::parse(test::read_all(source + "/config/regions/gd_regions.csv"),
                                    test::read_all(source + "/config/regions/gd_regions_history.csv"));
    known_.regions = std::make_shared<certificate::Regions const>(std::move(regions).value());
  }
  static Values texts(std::vector<std::string> const& list) {
    Values values;
    for (auto const& one : list) values.emplace_back(one);
    return values;
  }
  /// What the screen says of those values; empty: they are good.
  std::string said_of(ItemId id, std::vector<std::string> const& list) {
    auto draft = draft_;
    if (auto const put = items::put(id, texts(list), draft); !put) return put.failure().detail;
    auto const checked = settings::check(draft.settings, file_, settings::Extent::whole);
    return checked ? std::string{} : complaint(id, checked.failure()).text;
  }
};

TEST_F(Items, ValuesReadBackAsTheyArePut) {
  draft_.settings.display = {476, 268, true, 9};
  draft_.settings.learning.site = "https://learn.example/";
  draft_.settings.scanner.devices = {"/dev/serial/by-id/usb-scanner"};
  draft_.settings.hours = {
      hours::Days::weekdays, {"09:00-12:00", "13:30-17:00"}, {"2026-10-01/2026-10-07"}, {}};
  draft_.settings.paper.preprinted = true;
  draft_.settings.reader.presence_by_reset = true;
  for (auto const& item : all()) {
    if (item.id == ItemId::pin) continue;          // never shown again
    if (item.id == ItemId::calibration) continue;  // in no file of settings
    auto copy = draft_;
    auto const values = values_of(item.id, draft_);
    EXPECT_EQ(values.size(), item.fields.size()) << item.code;
    ASSERT_TRUE(put(item.id, values, copy)) << item.code;
    EXPECT_EQ(settings::write_settings(copy.settings), settings::write_settings(draft_.settings))
        << item.code;
    EXPECT_FALSE(summary(item.id, draft_, known_).empty()) << item.code;
  }
}

TEST_F(Items, AMistakeIsSaidByTheNameOfItsField) {
  EXPECT_EQ(said_of(ItemId::idle, {"10", "20", "60"}), "多少秒后提醒：应在 30 到 300 之间");
  EXPECT_EQ(said_of(ItemId::idle, {"60", "20", ""}), "“请取走身份证”最多多少秒：应在 10 到 300 之间");
  EXPECT_EQ(said_of(ItemId::printer, {"lpt1"}), "打印机地址：必须填写，以 ipp:// 或 ipps:// 开头");
  EXPECT_EQ(said_of(ItemId::central, {"", "tianhe-01", ""}), "地址：必须填写");
  EXPECT_EQ(said_of(ItemId::numbers, {"K", "8", "9", "3"}), "最后一号：不能小于第一号（first）");
  EXPECT_EQ(said_of(ItemId::hours, {"daily", "0900", "2501", "", ""}),
            "上午关门：请填四位数字的时间，如 0900");
  EXPECT_EQ(said_of(ItemId::hours, {"daily", "0900", "0960", "", ""}),
            "上午关门：请填四位数字的时间，如 0900");
  EXPECT_EQ(said_of(ItemId::hours, {"daily", "1200", "0900", "", ""}), "上午关门：要晚于开门");
  EXPECT_EQ(said_of(ItemId::hours, {"daily", "", "", "1400", ""}),
            "下午关门：开门和关门要一起填写，或者都不填");
  EXPECT_EQ(said_of(ItemId::hours, {"daily", "0900", "1200", "1100", "1700"}), "下午开门：不能早于上午关门");
  EXPECT_EQ(said_of(ItemId::hours, {"daily", "", "", "", ""}),
            "上午开门：至少填写一个时间段，如 0900 到 1200");
  EXPECT_EQ(said_of(ItemId::hours, {"daily", "0000", "2400", "", ""}), "");
  EXPECT_NE(said_of(ItemId::display, {"300", "", "4"}), "");
  EXPECT_NE(said_of(ItemId::display, {"30", "20", "4"}), "");
  EXPECT_EQ(said_of(ItemId::display, {"", "", "4"}), "");
  EXPECT_EQ(said_of(ItemId::display, {"476", "268", "4"}), "");
  EXPECT_EQ(said_of(ItemId::display, {"", "", "1441"}), "画面几分钟挪动一次：应在 0 到 1440 之间");
  EXPECT_EQ(said_of(ItemId::learning, {"www.gdsjxjy.com"}).find("网址：应为 http:// 或"), 0U);
  EXPECT_EQ(said_of(ItemId::learning, {""}), "") << "no site is shown";
  EXPECT_NE(said_of(ItemId::calibration, {"1.55", "0"}), "");
  EXPECT_EQ(said_of(ItemId::calibration, {"-0.4", ""}), "");
  EXPECT_NE(said_of(ItemId::pin, {"271828", "271829"}), "");
  EXPECT_NE(said_of(ItemId::pin, {"123456", "123456"}), "");
  EXPECT_NE(said_of(ItemId::central, {"https://127.0.0.1", "a", "two words"}), "");
}

TEST_F(Items, HolidaysAreAddedAndTakenAwayOneSpanATime) {
  auto const add = [this](std::string const& what, std::string const& first, std::string const& last) {
    return said_of(ItemId::holidays, {what, first, last});
  };
  auto const offered = [this] {
    known_.hours = draft_.settings.hours;
    return choices(ItemId::holidays, 0, texts({"", "", ""}), known_);
  };
  draft_.settings.hours = {};
  EXPECT_NE(add(offered()[0].value, "20261001", "").find("请先在“开放时间”里"), std::string::npos)
      << "a hall that never closes has no holidays";
  draft_.settings.hours.days = hours::Days::weekdays;
  auto const closed = offered()[0].value;
  auto const working = offered()[1].value;
  EXPECT_EQ(add(closed, "2026101", ""), "第一天：应为年月日八位数字，如 20261001");
  EXPECT_EQ(add(closed, "20261001", "20261032"), "最后一天：应为年月日八位数字，如 20261007");
  EXPECT_EQ(add(closed, "20261007", "20261001"), "最后一天不能早于第一天");
  for (auto const& list : {texts({closed, "20261001", "20261007"}), texts({closed, "20260101", ""}),
                           texts({closed, "20260101", ""}), texts({working, "20261010", ""})}) {
    ASSERT_TRUE(put(ItemId::holidays, list, draft_));
  }
  EXPECT_EQ(draft_.settings.hours.closed, (std::vector<std::string>{"2026-01-01", "2026-10-01/2026-10-07"}));
  EXPECT_EQ(draft_.settings.hours.working, std::vector<std::string>{"2026-10-10"});
  EXPECT_EQ(summary(ItemId::holidays, draft_, known_), "放假 2 段，调休开放 1 段");
  auto const list = offered();
  ASSERT_EQ(list.size(), 5U);
  EXPECT_EQ(list[3].hint, "2026-10-01 至 2026-10-07");
  EXPECT_FALSE(is_last(ItemId::holidays, 0, SecretText{closed}));
  EXPECT_TRUE(is_last(ItemId::holidays, 0, SecretText{list[3].value}));
  for (std::size_t i = 2; i < list.size(); ++i) {
    ASSERT_TRUE(put(ItemId::holidays, texts({list[i].value, "", ""}), draft_));
  }
  EXPECT_EQ(summary(ItemId::holidays, draft_, known_), "没有登记");
}

TEST_F(Items, PlacesAreChosenFromTheProvincesList) {
  auto const cities = choices(ItemId::place, 0, texts({"", "", ""}), known_);
  EXPECT_EQ(cities.size(), 22U) << "21 cities, and the province itself";
  auto const counties = choices(ItemId::place, 1, texts({"440100", "", ""}), known_);
  EXPECT_EQ(counties.front().value, "440103");
  EXPECT_EQ(counties.back().label, "市本级");
  auto const whole = choices(ItemId::place, 1, texts({"441900", "", ""}), known_);
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(whole.front().value, "441900") << "Dongguan has no counties";
  auto const halls = choices(ItemId::place, 2, texts({"440100", "440106", ""}), known_);
  EXPECT_EQ(halls.front().value, "广州市天河区人力资源和社会保障服务大厅");
  auto const own = choices(ItemId::place, 2, texts({"440100", "440106", "石牌街道党群服务中心"}), known_);
  EXPECT_EQ(own.front().value, "石牌街道党群服务中心") << "a name that an administrator wrote stays";
  EXPECT_TRUE(choices(ItemId::place, 0, texts({"", "", ""}), {}).empty());
}

TEST_F(Items, AMachineThatWasNotSetUpIsKnownByItsFile) {
  std::string const assets = "[assets]\ndirectory = \"a\"\n";
  auto const begun = [&](std::string const& text) {
    test::write_all(file_, text);
    return settings::read_begun(file_, true);
  };
  auto const bare = begun(assets);
  ASSERT_TRUE(bare);
  ASSERT_TRUE(bare->has_value());
  EXPECT_EQ((*bare)->storage, "/var/lib/ce-kiosk");
  EXPECT_EQ((*bare)->regions, directory_ / "a" / "regions");
  EXPECT_TRUE(settings::check(**bare, file_, settings::Extent::begun));
  EXPECT_FALSE(settings::check(**bare, file_, settings::Extent::whole));
  EXPECT_FALSE(begun(assets + "[location]\nhall = \"x\"\n")->has_value())
      << "half of one is a mistake, not a beginning";
  EXPECT_FALSE(begun(assets + "[colour]\n")) << "and so is a section that nobody knows";
  EXPECT_FALSE(settings::read_begun(directory_ / "none.toml", true)->has_value());
  EXPECT_TRUE(begun(test::read_all(std::string{CE_SOURCE_DIR} + "/config/kiosk-new.toml"))->has_value());
}

}  // namespace
}  // namespace ce::items
