#include <gmock/gmock.h>

#include "at_the_console.h"
#include "shared/base/text.h"
#include "shared/protocol/json.h"

namespace ce::tests {
namespace {

using protocol::NoteKind;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct KioskPages : AtTheConsole {
  void tell_health(std::optional<protocol::Supplies> const& supplies = std::nullopt,
                   std::string const& problem = {}) const {
    protocol::Health health;
    health.supplies = supplies;
    health.printer_problem = problem;
    health.program_version = "1.4.2";
    health.uptime_seconds = 7'200;
    health.reader_ok = health.printer_ok = true;
    ASSERT_EQ(central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health)).status, 200);
  }
  void note(NoteKind kind, std::int64_t at, std::string const& detail = {}) const {
    protocol::KioskEvent const event{EntryId::make(), {at}, protocol::KioskNoted{kind, detail}};
    auto const answer = central.post_as_kiosk(
        "/api/v1/kiosk/events", protocol::write(std::span<protocol::KioskEvent const>{&event, 1}));
    ASSERT_EQ(answer.status, 200) << answer.body;
  }
  std::string list() { return browser.get("/console/kiosks").body; }
  std::string page() { return browser.get("/console/kiosks/GZ-TH-01").body; }
};

TEST_F(KioskPages, APauseIsSeenUntilServiceGoesOn) {
  constexpr std::int64_t noon = 1'740'000'000'000;
  tell_health();
  browser.sign_in(operator_login);
  EXPECT_THAT(list(), Not(HasSubstr("已暂停服务")));
  note(NoteKind::service_paused, noon, "磁盘已满");
  EXPECT_THAT(list(), HasSubstr("台账写不进磁盘"));
  note(NoteKind::staff_paused, noon + 1);
  EXPECT_THAT(list(), HasSubstr("工作人员于 "));
  note(NoteKind::service_resumed, noon + 2);
  EXPECT_THAT(page(), HasSubstr("已暂停服务")) << "staff's pause goes on";
  note(NoteKind::staff_resumed, noon + 3);
  EXPECT_THAT(list(), Not(HasSubstr("已暂停服务")));
  EXPECT_THAT(page(), HasSubstr("磁盘已满")) << "what was noted stays to be read";
}

TEST_F(KioskPages, AKioskIsShownToWhoAnswersForItAlone) {
  tell_health();
  note(NoteKind::region_full, 1'740'000'000'000);
  browser.sign_in(hrss_login);
  EXPECT_THAT(list(), HasSubstr("href=\"/console/kiosks/GZ-TH-01\""));
  auto const shown = page();
  for (auto const* fact : {"2 小时", "1.4.2", "本地区备用资料已达容量上限", "天河区"}) {
    EXPECT_THAT(shown, HasSubstr(fact));
  }
  EXPECT_EQ(browser.get("/console/kiosks/GZ-XX-99").status, 404);
  browser.sign_in(employer_login);
  EXPECT_EQ(browser.get("/console/kiosks/GZ-TH-01").status, 403);
}

TEST_F(KioskPages, WhatRunsLowIsSeenAndFoundBeforeItIsGone) {
  browser.sign_in(operator_login);
  tell_health();
  EXPECT_THAT(list(), AllOf(HasSubstr("要送耗材"), Not(HasSubstr("墨粉"))));
  tell_health(protocol::Supplies{64, false, false, 1'212, false});
  EXPECT_THAT(list(), HasSubstr("墨粉 64%，纸号 1,212 个"));
  auto const low = "/console/kiosks?part=%E5%BF%AB%E7%94%A8%E5%AE%8C";  // 快用完
  auto const link = HasSubstr("href=\"/console/kiosks/GZ-TH-01\"");
  EXPECT_THAT(browser.get(low).body, Not(link));
  tell_health(protocol::Supplies{7, true, true, 40, true});
  EXPECT_THAT(browser.get(low).body,
              AllOf(link, HasSubstr("墨粉快用完"), HasSubstr("纸快用完"), HasSubstr("纸号快用完")));
  EXPECT_THAT(page(), HasSubstr("墨粉快用完，纸快用完，纸号快用完（墨粉 7%，纸号 40 个）"));
  tell_health(protocol::Supplies{0, true, true, 40, false}, "printer_out_of_toner");
  EXPECT_THAT(list(), AllOf(HasSubstr("缺墨粉"), Not(HasSubstr("墨粉快用完")), HasSubstr("纸快用完")));
}

TEST_F(KioskPages, TheListIsSearchedByWhatStandsInIt) {
  tell_health();
  browser.sign_in(operator_login);
  auto const link = HasSubstr("href=\"/console/kiosks/GZ-TH-01\"");
  auto const found = [&](std::string const& part) {
    return browser.get("/console/kiosks?part=" + part).body;
  };
  for (auto const* part :
       {"TH-01", "gz-th", "1.4.2", "%E5%A4%A9%E6%B2%B3", "%E6%AD%A3%E5%B8%B8"})  // 天河, 正常
    EXPECT_THAT(found(part), AllOf(link, HasSubstr("找到"))) << part;
  EXPECT_THAT(found("0.9"), AllOf(Not(link), HasSubstr("没有找到终端"), HasSubstr("value=\"0.9\"")));
  EXPECT_THAT(found("%3Cx%3E"), Not(HasSubstr("<x>")));
  std::string many = "x";
  for (int i = 0; i < 60; ++i) many += "%E5%A4%A9";
  auto const page = found(many);
  EXPECT_TRUE(is_utf8(page)) << "cut between characters";
  EXPECT_THAT(page, HasSubstr("天\""));
}

TEST_F(KioskPages, TheNumbersOfBlanksThatAreLeftAreTold) {
  tell_health();
  protocol::KioskEvent const event{
      EntryId::make(), {1'740'000'000'000}, protocol::PaperLoaded{"GD", 8, 1, 500}};
  ASSERT_EQ(central
                .post_as_kiosk("/api/v1/kiosk/events",
                               protocol::write(std::span<protocol::KioskEvent const>{&event, 1}))
                .status,
            200);
  browser.sign_in(hrss_login);
  EXPECT_THAT(page(), HasSubstr("剩余 500 个"));
}

struct SettingPages : KioskPages {
  static constexpr char const* sound = "/console/kiosks/GZ-TH-01/settings/sound";
  std::vector<protocol::ItemState> items{{"sound", {"elder", "4"}}, {"idle", {"60", "20", "60"}}};

  std::vector<protocol::ItemTold> beat() const {
    protocol::Health health;
    health.settings = items;
    auto const answer = central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health));
    EXPECT_EQ(answer.status, 200) << answer.body;
    return protocol::read_health_reply(answer.body).value().settings;
  }
};

TEST_F(SettingPages, AnItemIsSetToldAnsweredAndTakenBack) {
  EXPECT_THAT(beat(), testing::IsEmpty());
  browser.sign_in(hrss_login);
  EXPECT_THAT(page(), HasSubstr(std::string{"href=\""} + sound));
  EXPECT_THAT(browser.get(sound).body, HasSubstr("<option value=\"elder\" selected>"));
  auto const wrong = send(sound, {{"value1", "always"}, {"value2", "9"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("请从列出的选项中选择"), Not(HasSubstr("音量：请从"))))
      << "its name stands beside it already";
  auto const sent = send(sound, {{"value1", "always"}, {"value2", "5"}});
  ASSERT_EQ(sent.status, 303);
  EXPECT_THAT(page(), HasSubstr("等待终端采用"));
  auto const told = beat();
  ASSERT_EQ(told.size(), 1U);
  items[0] = {"sound", told[0].values, told[0].revision, protocol::ItemOutcome::applied};
  EXPECT_THAT(beat(), testing::IsEmpty());
  EXPECT_THAT(page(), HasSubstr("每一屏都播报，音量 5"));
  items[0].values = {"never", "1"};
  static_cast<void>(beat());
  EXPECT_THAT(page(), HasSubstr("现场改过，与下达的不同"));
  auto const revision = "/console/kiosk-settings/" + std::to_string(told[0].revision);
  EXPECT_THAT(browser.get(revision).body, HasSubstr("大字版才播报，音量 4 → 每一屏都播报，音量 5"));
  EXPECT_EQ(send(revision, {{"act", "take_back"}}).status, 303);
  EXPECT_EQ(beat().at(0).values, (std::vector<std::string>{"elder", "4"}));
  EXPECT_EQ(send(revision, {{"act", "release"}}).status, 422);
  EXPECT_EQ(browser.get("/console/kiosk-settings/99").status, 404);
  EXPECT_EQ(browser.get("/console/kiosks/GZ-TH-01/settings/printer").status, 404);
}

TEST_F(SettingPages, WhatNoKioskTakesIsSaidAtEachField) {
  browser.sign_in(hrss_login);
  auto const at = [](int field, std::string const& label, std::string const& said) {
    return HasSubstr("<a href=\"#value" + std::to_string(field) + "\">" + label + "</a>：" + said);
  };
  auto const idle = send("/console/kiosks/GZ-TH-01/settings/idle",
                         {{"value1", "999"}, {"value2", "20"}, {"value3", "5"}, {"scope", "kiosk"}});
  EXPECT_EQ(idle.status, 422);
  EXPECT_THAT(idle.body, AllOf(at(1, "多少秒后提醒", "应在 30 到 300 之间"),
                               at(3, "“请取走身份证”最多多少秒", "应在 10 到 300 之间"),
                               Not(HasSubstr("href=\"#value2\""))));
  std::string const hours = "/console/kiosks/GZ-TH-01/settings/hours";
  auto const none = send(hours, {{"value1", "weekdays"}, {"scope", "kiosk"}});
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(none.body, at(2, "上午开门", "至少填写一个时间段"));
  auto const bad = send(hours, {{"value1", "daily"},
                                {"value2", "0900"},
                                {"value3", "0800"},
                                {"value4", "1460"},
                                {"scope", "region"},
                                {"first", "chosen"}});
  EXPECT_EQ(bad.status, 422);
  EXPECT_THAT(bad.body, AllOf(at(3, "上午关门", "要晚于开门"), at(4, "下午开门", "请填四位数字的时间"),
                              at(5, "下午关门", "开门和关门要一起填写"), HasSubstr("请选中先告知的终端")));
  EXPECT_EQ(value("SELECT COUNT(*) FROM setting_revisions"), "0");
  EXPECT_EQ(send(hours, {{"value1", "always"}, {"scope", "kiosk"}}).status, 303) << "no hours are needed";
}

TEST_F(SettingPages, AWholeCountyIsSetWithSomeFirst) {
  static_cast<void>(beat());
  browser.sign_in(hrss_login);
  auto const none =
      send(sound, {{"value1", "always"}, {"value2", "5"}, {"scope", "region"}, {"first", "chosen"}});
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(none.body, HasSubstr("请选中先告知的终端"));
  auto const sent = send(sound, {{"value1", "always"},
                                 {"value2", "5"},
                                 {"scope", "region"},
                                 {"first", "chosen"},
                                 {"first-GZ-TH-02", "on"}});
  ASSERT_EQ(sent.status, 303) << sent.body;
  EXPECT_THAT(beat(), testing::IsEmpty()) << "it is of the second stage";
  EXPECT_EQ(value("SELECT kiosk FROM setting_targets WHERE stage = 1"), "GZ-TH-02");
  EXPECT_THAT(send("/console/kiosk-settings/1", {{"act", "release"}}).body, HasSubstr("还有 1 台没有答复"));
}

TEST_F(SettingPages, AnotherCountysDepartmentSeesAndSetsNothing) {
  static_cast<void>(beat());
  browser.sign_in(operator_login);
  ASSERT_EQ(send(sound, {{"value1", "always"}, {"value2", "5"}}).status, 303);
  ASSERT_EQ(send("/console/accounts/new", {{"role", "hrss"},
                                           {"login", "yuexiu.hrss"},
                                           {"shown_name", "李"},
                                           {"region", "440104"},
                                           {"password", "kapok-bloom-2027"}})
                .status,
            303);
  browser.sign_in("yuexiu.hrss", "kapok-bloom-2027");
  ASSERT_LT(send("/console/password",
                 {{"old", "kapok-bloom-2027"}, {"new", "kapok-bloom-2028"}, {"again", "kapok-bloom-2028"}})
                .status,
            400);
  EXPECT_EQ(browser.get(sound).status, 404);
  EXPECT_EQ(send(sound, {{"value1", "never"}, {"value2", "1"}}).status, 404);
  EXPECT_EQ(browser.get("/console/kiosk-settings/1").status, 404);
  EXPECT_EQ(send("/console/kiosk-settings/1", {{"act", "take_back"}}).status, 403);
  browser.sign_in(employer_login);
  EXPECT_EQ(browser.get(sound).status, 403);
}

TEST_F(KioskPages, AnOperatorEnrolsAndAnswersForACopyThatWasNoticed) {
  auto const report = [&](protocol::Beat const& beat) {
    protocol::Health health;
    health.reader_ok = health.printer_ok = true;
    health.beat = beat;
    return central.post_as_kiosk("/api/v1/kiosk/health", protocol::write(health)).status;
  };
  auto const first = EntryId::make();
  auto const second = EntryId::make();
  EXPECT_EQ(report({first, 7}), 200);
  EXPECT_EQ(report({second, 7}), 403);
  EXPECT_EQ(report({first, 8}), 403) << "neither is served";
  browser.sign_in(hrss_login);
  EXPECT_THAT(list(), HasSubstr("身份被复制，已停用"));
  EXPECT_THAT(page(), Not(HasSubstr("恢复服务"))) << "machines are the operator's";
  EXPECT_EQ(send("/console/kiosks/GZ-TH-01", {{"act", "restored"}}).status, 403);
  browser.sign_in(operator_login);
  EXPECT_THAT(page(), HasSubstr("恢复服务"));
  EXPECT_EQ(send("/console/kiosks/GZ-TH-01", {{"act", "restored"}}).status, 303);
  EXPECT_EQ(report({first, 9}), 200);
  auto const coded = send("/console/kiosks/GZ-TH-01", {{"act", "code"}});
  EXPECT_EQ(coded.status, 200);
  EXPECT_THAT(coded.body, testing::ContainsRegex("登记码 [0-9A-Z]{5}-[0-9A-Z]{5}"));
  EXPECT_THAT(page(), Not(testing::ContainsRegex("登记码 [0-9A-Z]{5}-"))) << "shown once";
  EXPECT_EQ(report({second, 9}), 403);
  EXPECT_EQ(send("/console/kiosks/GZ-TH-01", {{"act", "stolen"}}).status, 303);
  EXPECT_EQ(report({first, 10}), 401) << "nobody has that identity any more";
  EXPECT_EQ(send("/console/kiosks/GZ-XX-99", {{"act", "code"}}).status, 404);
}

}  // namespace
}  // namespace ce::tests
