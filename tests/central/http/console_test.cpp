#include <gmock/gmock.h>

#include <thread>

#include "at_the_console.h"
#include "support/png.h"

namespace ce::tests {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(AtTheConsole, AnOperatorLetsALearningSiteInAndOut) {
  browser.sign_in(operator_login);
  EXPECT_THAT(browser.get("/console/sites").body, HasSubstr("还没有接入学习网站"));
  auto const made = send("/console/sites", {{"institution", "1"}});
  ASSERT_EQ(made.status, 200) << made.body;
  auto const lead = std::string{"class=\"secret\" type=\"text\" value=\""};
  auto const at = made.body.find(lead) + lead.size();
  auto const key = made.body.substr(at, made.body.find('"', at) - at);
  ASSERT_GE(key.size(), 32U);
  EXPECT_THAT(last_entry(), StartsWith("site_enrolled operator institution 1 440106"));
  EXPECT_NE(deliver(key).status, 401);
  auto const list = browser.get("/console/sites").body;
  EXPECT_THAT(list, Not(HasSubstr(key))) << "it is shown once";
  auto const link = list.find("/console/sites/");
  auto const address = list.substr(link, list.find('"', link) - link);
  EXPECT_EQ(send(address, {{"act", "nothing"}}).status, 422);
  EXPECT_EQ(send(address, {{"act", "revoke"}}).status, 303);
  EXPECT_THAT(last_entry(), StartsWith("site_revoked operator institution 1 440106"));
  EXPECT_EQ(deliver(key).status, 401);
  EXPECT_EQ(send(address, {{"act", "revoke"}}).status, 422);
  EXPECT_THAT(browser.get(address).body, HasSubstr("停用时间"));
  EXPECT_EQ(browser.get("/console/sites/0123").status, 404);
}

TEST_F(AtTheConsole, OnlyApprovedInstitutionsAndOnlyOperators) {
  browser.sign_in(operator_login);
  EXPECT_EQ(send("/console/sites", {}).status, 422);
  EXPECT_THAT(send("/console/sites", {{"institution", "99"}}).body, HasSubstr("不是经认定的网上学习机构"));
  browser.sign_in(hrss_login);
  EXPECT_EQ(browser.get("/console/sites").status, 403);
  EXPECT_EQ(send("/console/sites", {{"institution", "1"}}).status, 403);
}

TEST_F(AtTheConsole, AQueryPasswordIsSetAtTheWindow) {
  std::string const address = "/console/accounts/query-password";
  std::string const wanted = "58201794";
  auto const form = [&](std::string const& name, std::string const& again) {
    return std::vector<std::pair<std::string, std::string>>{
        {"id_number", person_id}, {"name", name}, {"password", wanted}, {"again", again}};
  };
  browser.sign_in(operator_login);
  EXPECT_EQ(send(address, form("张三丰", wanted)).status, 403) << "the window is HRSS's";
  browser.sign_in(hrss_login);
  EXPECT_EQ(browser.get(address).status, 200);
  EXPECT_THAT(send(address, form("张三丰", "another")).body, HasSubstr("与新密码不同"));
  auto const wrong = send(address, form("李四", wanted));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("请核对身份证原件"));
  EXPECT_THAT(wrong.body, Not(HasSubstr(wanted)));
  EXPECT_EQ(send(address, form("张三丰", wanted)).status, 303);
  EXPECT_EQ(last_entry(), "query_password_set hrss professional 1 440106");
  Browser person{central};
  EXPECT_NE(person.sign_in(person_id, person_password).status, 303);
  EXPECT_EQ(person.sign_in(person_id, wanted).status, 303);
}

// From the person's page to the kiosk: what a scanner reads there is good once.
TEST_F(AtTheConsole, ACodeFromThePersonsPageOpensOneVisitAtAKiosk) {
  browser.sign_in(hrss_login);
  EXPECT_EQ(browser.get("/console/year/kiosk").status, 403);
  browser.sign_in(person_id, person_password);
  EXPECT_THAT(browser.get("/console/year").body, HasSubstr("/console/year/kiosk"));
  EXPECT_THAT(browser.get("/console/year/kiosk").body, Not(HasSubstr("class=\"qr\"")));
  auto const page = send("/console/year/kiosk", {});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("class=\"qr\""));
  EXPECT_THAT(last_entry(), HasSubstr("visit_code_made"));
  EXPECT_THAT(last_entry(), EndsWith("professional 1 440106"));
}

TEST_F(AtTheConsole, AFormSaysAllThatIsMissingAtOnce) {
  browser.sign_in(person_id, person_password);
  auto const at = [](std::string const& field) { return HasSubstr("<a href=\"#" + field + "\">"); };
  auto const achievement = send("/console/register/achievement", {});
  EXPECT_EQ(achievement.status, 422);
  EXPECT_THAT(achievement.body, AllOf(at("content"), at("end"), at("achievement"), at("author"),
                                      Not(at("hours")), Not(HasSubstr("不能由"))));
  auto const garbled =
      send("/console/register/practice",
           {{"subject", "专业科目"}, {"start", "2026-13-40"}, {"days", "许多"}, {"credit_year", "2025"}});
  EXPECT_THAT(garbled.body, AllOf(at("content"), at("start"), at("end"), at("days")));
  EXPECT_THAT(garbled.body, AllOf(Not(at("hours")), Not(at("credit_year"))))
      << "they follow from what could not be read";
  browser.sign_in(employer_login);
  EXPECT_THAT(
      send("/console/register/practice", {}).body,
      AllOf(at("id_number"), at("name"), at("subject"), at("content"), at("start"), at("end"), at("hours")));
}

TEST_F(AtTheConsole, AWholeCountyIsIssuedToAsAJob) {
  browser.sign_in(hrss_login);
  auto const page = browser.get("/console/issuing");
  auto const batch = hidden_value(page, "batch");
  auto const order = [&](std::string const& day) {
    return std::vector<std::pair<std::string, std::string>>{
        {"batch", batch}, {"which", "all"}, {"day", day}, {"year", ""}};
  };
  EXPECT_EQ(send("/console/issuing", order("2099-01-01")).status, 422);
  auto const undated = send("/console/issuing", order(""));
  EXPECT_EQ(undated.status, 422);
  EXPECT_THAT(undated.body, AllOf(HasSubstr("发证日期：请填写"), HasSubstr("action=\"/console/issuing\"")))
      << "on the page that it was typed on";
  auto const taken = send("/console/issuing", order(china_date(SystemClock{}.now()).iso()));
  ASSERT_EQ(taken.status, 303) << taken.body;
  auto const address = taken.headers.at("location");
  EXPECT_EQ(address, "/console/issuing/batches/" + batch);
  for (int i = 0; i < 500; ++i) {
    if (browser.get(address + "/state").body.find("\"ended\":true") != std::string::npos) break;
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  EXPECT_THAT(browser.get(address).body, HasSubstr("没有待发证的人员"));
  EXPECT_EQ(send(address + "/resume", {}).status, 303) << "a job that is done stays as it is";
  EXPECT_THAT(browser.get(address + "/state").body, HasSubstr("\"ended\":true"));
  browser.sign_in(operator_login);
  EXPECT_EQ(browser.get(address).status, 403);
}

TEST_F(AtTheConsole, TheSealIsSetWhereItsFaultsAreSaid) {
  std::string const address = "/console/issuing/authority";
  browser.sign_in(hrss_login);
  EXPECT_THAT(browser.get(address).body, HasSubstr("按年度规则"));
  auto const with = [&](std::string const& picture, std::string const& mode = "e_seal",
                        std::string const& name = "广州市天河区人社局") {
    return browser.upload(address, "seal", "seal.png", picture, {{"name", name}, {"seal_mode", mode}});
  };
  for (auto const& [picture, fault] :
       {std::pair{std::string{"GIF89a"}, "不是完整的 PNG"}, std::pair{std::string{}, "空文件"},
        std::pair{std::string(3U << 20U, 'x'), "超过 2 MB"}, std::pair{test::png(50, 50), "小于 100 像素"},
        std::pair{test::png(300, 300, 0, false), "没有透明的底"}}) {
    auto const refused = with(picture);
    EXPECT_EQ(refused.status, 422) << fault;
    EXPECT_THAT(refused.body, HasSubstr(fault));
    EXPECT_THAT(refused.body, HasSubstr("id=\"seal-error\"")) << "at its field";
  }
  EXPECT_EQ(with(std::string(50U << 20U, 'x')).status, 413);
  EXPECT_THAT(send(address, {{"name", "天河区人社局"}, {"seal_mode", "e_seal"}}).body,
              HasSubstr("电子印章需要印章图片"));
  EXPECT_THAT(with(test::png(300, 300), "e_seal", "").body, HasSubstr("id=\"name-error\""));
  EXPECT_EQ(browser.get(address + "/seal.png").status, 404);
  EXPECT_EQ(with(test::png(300, 300)).status, 303);
  EXPECT_THAT(last_entry(), StartsWith("authority_set hrss authority 440106"));
  EXPECT_EQ(browser.get(address + "/seal.png").body, test::png(300, 300));
  browser.sign_in(employer_login);
  EXPECT_EQ(browser.get(address).status, 403);
  EXPECT_EQ(with(test::png(300, 300)).status, 403);
}

}  // namespace
}  // namespace ce::tests
