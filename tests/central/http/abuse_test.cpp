#include <gmock/gmock.h>

#include <cctype>

#include "at_the_console.h"
#include "central/web/html.h"

namespace ce::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Ways of asking that led past the guards of other programs.
class Abuse : public AtTheConsole {
 protected:
  /// As a proxy, a file system or a careless program would take it for the same path.
  static std::vector<std::string> written_otherwise(std::string const& target) {
    auto const rest = target.substr(1);
    auto const behind = target.substr(2);
    auto const capital = std::string(1, static_cast<char>(std::toupper(target.at(1))));
    auto const coded = std::string{"%6"} + (target.at(1) == 'c' ? "3" : "1");
    return {"//" + rest,           "/./" + rest,           "/x/../" + rest,
            "/assets/.." + target, "/assets/..%2f" + rest, target + "/",
            target + "/.",         target + "%2f",         target + "%00",
            target + ";x=1",       target + "%20",         target + ".css",
            target + "/..",        "/" + capital + behind, "/" + coded + behind,
            "/\\" + rest,          target + "%3f",         target + "?_method=GET&user=" + hrss_login};
  }
  std::string everything() const {
    return value(
        "SELECT (SELECT COUNT(*) FROM professionals) || ' ' || (SELECT COUNT(*) FROM certificates) || ' ' || "
        "(SELECT COUNT(*) FROM accounts) || ' ' || (SELECT COUNT(*) FROM audit_entries WHERE action NOT IN "
        "('signed_in', 'sign_in_failed', 'people_searched', 'person_viewed'))");
  }
};

TEST_F(Abuse, NoOtherWayOfWritingAPathLetsAnybodyIn) {
  int asked = 0;
  for (auto const& route : routes()) {
    if (route.method != "GET") continue;
    auto const target = filled(route.pattern, "1");
    for (auto const& other : written_otherwise(target)) {
      auto const answer = browser.get(other);
      EXPECT_TRUE(answer.status == 303 || (answer.status >= 400 && answer.status < 500))
          << other << ": " << answer.status;
      ++asked;
    }
  }
  EXPECT_GT(asked, 500);
  for (auto const* machines : {"/api/v1/kiosk/", "/api/v1/site/"}) {
    auto const doors = routes(machines);
    EXPECT_FALSE(doors.empty());
    for (auto const& route : doors) {
      if (route.pattern.ends_with("/enrolment")) continue;  // is for who is not known yet
      for (auto const& other : written_otherwise(filled(route.pattern, "1"))) {
        auto const answer = central.ask(
            request(route.method, other, "Content-Type: application/json\r\n", "{\"version\":1}"));
        EXPECT_TRUE(answer.status >= 400 && answer.status < 500) << other << ": " << answer.status;
      }
    }
  }
  // Nor further than one's role.
  browser.sign_in(person_id, person_password);
  ASSERT_EQ(browser.get("/console/year").status, 200);
  for (auto const* target : {"/console/people", "/console/accounts", "/console/audit", "/console/kiosks"}) {
    EXPECT_EQ(browser.get(target).status, 403) << target;
    for (auto const& other : written_otherwise(target)) EXPECT_NE(browser.get(other).status, 200) << other;
  }
}

TEST_F(Abuse, NoHeaderSaysWhoSomebodyIs) {
  auto const login = std::string{hrss_login};
  for (auto const& line :
       {std::string{"X-Original-URL: /console/people"}, std::string{"X-Rewrite-URL: /console/people"},
        std::string{"X-HTTP-Method-Override: POST"}, "X-Forwarded-User: " + login, "X-Remote-User: " + login,
        "Remote-User: " + login, "X-Forwarded-Email: " + login, std::string{"X-Forwarded-For: 127.0.0.1"},
        std::string{"X-Real-IP: 127.0.0.1"}, std::string{"Forwarded: for=127.0.0.1;host=localhost"},
        std::string{"Authorization: Basic dGlhbmhlLmhyc3M6eA=="},
        std::string{"Authorization: Bearer "} + kiosk_key, std::string{"Cookie: __Host-ce-session="},
        "Cookie: __Host-ce-session=" + login, "Cookie: user=" + login + "; role=hrss; admin=1"}) {
    browser.more = line + "\r\n";
    EXPECT_EQ(browser.get("/console/people").status, 303) << line;
    EXPECT_THAT(browser.get("/verify").body, Not(HasSubstr("/console/people"))) << line;
    browser.cookie.clear();
  }
}

/// Somebody's browser that is about to send a large form; 100 where it may.
class AboutToSend {
 public:
  AboutToSend(CentralProcess const& central, Browser const& browser, std::string const& target,
              std::size_t bytes)
      : wire_(central.connect()) {
    wire_.send(
        "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + browser.cookie +
        "\r\nContent-Type: multipart/form-data; boundary=x\r\nExpect: 100-continue\r\nContent-Length: " +
        std::to_string(bytes) + "\r\n\r\n");
    answer = wire_.receive();
  }
  Answer answer;

 private:
  Wire wire_;
};

TEST_F(Abuse, WhatNobodyMayUploadIsNotReadFirst) {
  Browser const stranger{central};
  EXPECT_EQ(AboutToSend(central, stranger, "/console/imports", 20'000'000).answer.status, 303);
  browser.sign_in(person_id, person_password);
  auto const refused = AboutToSend(central, browser, "/console/imports", 20'000'000).answer;
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.headers.count("content-security-policy"), 1U);
}

TEST_F(Abuse, LargeFormsOnTheirWayTakeOnlySoMuchMemory) {
  browser.sign_in(person_id, person_password);
  constexpr std::size_t bytes = 33'000'000;
  auto const send_one = [&] {
    return std::make_unique<AboutToSend>(central, browser, "/console/records/1/proofs", bytes);
  };
  std::vector<std::unique_ptr<AboutToSend>> sending;
  for (int i = 0; i < 8; ++i) EXPECT_EQ(sending.emplace_back(send_one())->answer.status, 100) << i;
  auto const refused = send_one()->answer;
  EXPECT_EQ(refused.status, 503);
  EXPECT_THAT(refused.body, HasSubstr("系统繁忙"));
  EXPECT_EQ(browser.get("/console/year").status, 200) << "whoever sends little is served";
  sending.pop_back();
  int status = 0;
  for (int i = 0; i < 500 && status != 100; ++i) status = send_one()->answer.status;
  EXPECT_EQ(status, 100) << "what one gave up another has";
}

TEST_F(Abuse, SqlInAQuestionFindsNobodyAndChangesNothing) {
  auto const before = everything();
  Browser stranger{central};
  browser.sign_in(hrss_login);
  ASSERT_THAT(send("/console/people", {{"find", person_id}}).body, HasSubstr("张三丰"));
  ASSERT_THAT(send("/console/certificates", {{"find", certificate_number}}).body,
              HasSubstr(certificate_number));
  for (std::string const sly :
       {"' OR '1'='1", "' OR 1=1--", "') OR ('1'='1", "\" OR \"\"=\"", "%", "_", "%' OR name LIKE '%",
        "1; DROP TABLE professionals;--", "\\' OR 1=1--", "' UNION SELECT id_number FROM professionals--",
        "$1", "' || (SELECT pg_sleep(5)) || '", "\xEF\xBC\x87 OR 1=1--"}) {
    EXPECT_NE(stranger.sign_in(sly, sly).status, 303) << sly;
    EXPECT_EQ(stranger.get("/verify?number=" + web::url_text(sly)).status, 400) << sly;
    EXPECT_THAT(send("/console/people", {{"find", sly}}).body, Not(HasSubstr("张三丰"))) << sly;
    EXPECT_THAT(send("/console/certificates", {{"find", sly}}).body, Not(HasSubstr(certificate_number)))
        << sly;
    for (auto const* question :
         {"/console/units?kind=employer&name=", "/console/registers?region=", "/console/kiosks?region=",
          "/console/accounts?role=", "/console/audit?action="}) {
      auto const answer = browser.get(question + web::url_text(sly));
      EXPECT_TRUE(answer.status == 200 || answer.status == 400) << question << sly << ": " << answer.status;
    }
    EXPECT_THAT(browser.get("/console/units?kind=employer&name=" + web::url_text(sly)).body,
                Not(HasSubstr("/console/units/employer/1\"")))
        << sly;
  }
  EXPECT_EQ(everything(), before);
}

}  // namespace
}  // namespace ce::tests
