// Two persons of an authority, at the console of the real ce-central.
#include <gmock/gmock.h>

#include "at_the_console.h"

namespace ce::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

struct TwoPersonsAtTheConsole : AtTheConsole {
  static constexpr char const* second = "tianhe.second";
  static constexpr char const* second_password = "kapok-bloom-2028";
  std::string const certificate = std::string{"/console/certificates/"} + certificate_number;

  void SetUp() override {
    AtTheConsole::SetUp();
    browser.sign_in(operator_login);
    ASSERT_EQ(send("/console/accounts/new", {{"role", "hrss"},
                                             {"login", second},
                                             {"shown_name", "李副科长"},
                                             {"region", "440106"},
                                             {"password", "kapok-bloom-2027"}})
                  .status,
              303);
    browser.sign_in(second, "kapok-bloom-2027");
    ASSERT_LT(send("/console/password",
                   {{"old", "kapok-bloom-2027"}, {"new", second_password}, {"again", second_password}})
                  .status,
              400);
  }
  /// The first proposes; where it waits.
  std::string proposed(std::string const& to,
                       std::vector<std::pair<std::string, std::string>> const& members) {
    browser.sign_in(hrss_login);
    auto const answer = send(to, members);
    EXPECT_EQ(answer.status, 303) << answer.body;
    auto const& place = answer.headers.at("location");
    EXPECT_THAT(place, HasSubstr("/console/approvals/"));
    return place.substr(0, place.find('?'));
  }
};

TEST_F(TwoPersonsAtTheConsole, ACertificateIsVoidOnceTheSecondConfirmed) {
  auto const place = proposed(certificate, {{"act", "revoke"}, {"reason", "学时造假"}});
  EXPECT_THAT(browser.get(certificate).body, Not(HasSubstr("撤销时间")));
  EXPECT_THAT(browser.get(place).body, HasSubstr("撤回申请"));
  EXPECT_THAT(browser.get(place).body, Not(HasSubstr("确认并办理")));
  EXPECT_EQ(send(place, {{"act", "confirm"}}).status, 403) << "not by who proposed it";
  EXPECT_THAT(browser.get("/console/issuing").body, Not(HasSubstr("等待您确认")));
  browser.sign_in(second, second_password);
  EXPECT_THAT(browser.get("/console/issuing").body, HasSubstr("有 1 项申请等待您确认"));
  EXPECT_THAT(browser.get("/console/approvals").body, HasSubstr("href=\"" + place + "\""));
  auto const shown = browser.get(place).body;
  EXPECT_THAT(shown, HasSubstr("学时造假"));
  EXPECT_THAT(shown, HasSubstr(hrss_login));
  EXPECT_EQ(send(place, {{"act", "confirm"}}).status, 303);
  EXPECT_THAT(browser.get(certificate).body, HasSubstr("撤销时间"));
  EXPECT_THAT(browser.get(place).body, HasSubstr("已确认并办理"));
  EXPECT_EQ(send(place, {{"act", "confirm"}}).status, 409) << "once";
  browser.sign_in(employer_login);
  EXPECT_EQ(browser.get(place).status, 403);
  browser.sign_in(province_login);
  EXPECT_EQ(browser.get(place).status, 404) << "another authority's";
}

TEST_F(TwoPersonsAtTheConsole, TheSealIsChangedByTwoOrNotAtAll) {
  auto const place =
      proposed("/console/issuing/authority", {{"name", "天河区新人社局"}, {"seal_mode", "window_stamp"}});
  EXPECT_THAT(browser.get("/console/issuing/authority").body, Not(HasSubstr("天河区新人社局")));
  EXPECT_EQ(browser.get(place + "/seal.png").status, 404) << "no picture is part of it";
  browser.sign_in(second, second_password);
  EXPECT_THAT(browser.get(place).body, HasSubstr("天河区新人社局"));
  auto const silent = send(place, {{"act", "refuse"}, {"reason", ""}});
  EXPECT_EQ(silent.status, 422);
  EXPECT_THAT(silent.body, HasSubstr("不同意的原因：请填写"));
  EXPECT_EQ(send(place, {{"act", "refuse"}, {"reason", "名称没有变更批文"}}).status, 303);
  browser.sign_in(hrss_login);
  EXPECT_THAT(browser.get(place).body, HasSubstr("名称没有变更批文"));
  EXPECT_THAT(browser.get("/console/issuing/authority").body, Not(HasSubstr("天河区新人社局")));
}

}  // namespace
}  // namespace ce::tests
