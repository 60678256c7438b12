#include <gmock/gmock.h>

#include <thread>

#include "browser.h"
#include "central/store/store.h"
#include "fixture.h"

namespace ce::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class SignIn : public testing::Test {
 protected:
  /// What another program does to the store meanwhile.
  void change(std::string const& sql) {
    auto const done = beside.write([&](storage::Database& database) { return database.execute(sql); });
    ASSERT_TRUE(done) << describe(done.failure());
  }
  std::int64_t count(std::string const& what) const {
    std::int64_t number = -1;
    EXPECT_TRUE(beside.read([&](storage::Database& database) -> Result<void> {
      auto row = database.prepare("SELECT COUNT(*) FROM " + what);
      CE_CHECK(row.step());
      number = row.integer(0);
      return {};
    }));
    return number;
  }

  CentralProcess central;
  Browser browser{central};
  store::Store beside = store::Store::open(central.folder.store(), product_rules()).value();
};

TEST_F(SignIn, APageLeadsToTheSignInAndBack) {
  auto const away = browser.get("/console/password?x=1");
  EXPECT_EQ(away.status, 303);
  EXPECT_EQ(away.headers.at("location"), "/console/sign-in?next=/console/password%3Fx%3D1");
  auto const page = browser.get(away.headers.at("location"));
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(hidden_value(page, "next"), "/console/password?x=1");
  auto const in = browser.sign_in("Tianhe.Design", account_password, "/console/password?x=1");
  EXPECT_EQ(in.status, 303) << in.body;
  EXPECT_EQ(in.headers.at("location"), "/console/password?x=1");
  EXPECT_EQ(browser.get("/console/password").status, 200);
  EXPECT_EQ(browser.get("/console/sign-in").status, 303);
}

TEST_F(SignIn, TheCookieIsKeptFromScriptsNeighboursAndPlainText) {
  auto const in = browser.sign_in(employer_login);
  EXPECT_THAT(in.headers.at("set-cookie"), StartsWith("__Host-ce-session="));
  for (auto const* attribute : {"; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure"}) {
    EXPECT_THAT(in.headers.at("set-cookie"), HasSubstr(attribute));
  }
  EXPECT_THAT(in.headers.at("set-cookie"), Not(HasSubstr("Domain")));
  EXPECT_EQ(count("sessions WHERE token_hash = '" + browser.cookie.substr(18) + "'"), 0);
  EXPECT_EQ(count("sessions"), 1);
}

TEST_F(SignIn, PagesCarryTheSecurityHeaders) {
  for (auto const* target : {"/console/sign-in", "/verify"}) {
    auto const page = browser.get(target);
    EXPECT_THAT(page.headers.at("content-security-policy"), HasSubstr("frame-ancestors 'none'")) << target;
    EXPECT_THAT(page.headers.at("content-security-policy"), HasSubstr("default-src 'none'")) << target;
    EXPECT_EQ(page.headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(page.headers.at("x-frame-options"), "DENY");
    EXPECT_EQ(page.headers.at("cache-control"), "no-store");
    EXPECT_EQ(page.headers.count("referrer-policy"), 1U);
  }
}

TEST_F(SignIn, WrongPasswordAndUnknownLoginLookAlike) {
  auto const wrong = browser.sign_in(employer_login, "not it, really");
  auto const nobody = browser.sign_in("tianhe.nobody", "not it, really");
  EXPECT_EQ(wrong.status, 403);
  EXPECT_EQ(nobody.status, 403);
  auto body = nobody.body;
  body.replace(body.find("tianhe.nobody"), 13, employer_login);
  EXPECT_EQ(wrong.body, body);
  EXPECT_EQ(browser.cookie, "");
}

TEST_F(SignIn, FiveWrongOnesLockALoginWhetherItIsThereOrNot) {
  for (auto const* login : {employer_login, "tianhe.nobody"}) {
    for (int i = 0; i < 5; ++i)
      EXPECT_THAT(browser.sign_in(login, "not it, really").body, HasSubstr("不正确"));
    EXPECT_THAT(browser.sign_in(login).body, HasSubstr("已暂时锁定"));
  }
  EXPECT_EQ(browser.sign_in(hrss_login).status, 303);
  EXPECT_EQ(count("audit_entries WHERE action = 'sign_in_failed'"), 10);
  EXPECT_EQ(count("audit_entries WHERE action = 'sign_in_locked'"), 2);
  change("UPDATE sign_in_tries SET locked_until_ms = 1 WHERE locks > 0");
  EXPECT_EQ(browser.sign_in(employer_login).status, 303);
}

TEST_F(SignIn, ManyAtOnceGetNoMoreTries) {
  std::vector<std::thread> threads;
  threads.reserve(12);
  std::atomic<int> verified{0};
  for (int i = 0; i < 12; ++i) {
    threads.emplace_back([&] {
      Browser other{central};
      auto const answer = other.sign_in(employer_login, "not it, really");
      if (answer.body.find("不正确") != std::string::npos) ++verified;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(verified, 5);
}

TEST_F(SignIn, ASessionFromBeforeIsNeverTakenOver) {
  browser.cookie = "__Host-ce-session=" + std::string(64, 'a');
  auto const forced = browser.cookie;
  ASSERT_EQ(browser.sign_in(employer_login).status, 303);
  EXPECT_NE(browser.cookie, forced);
  auto const first = browser.cookie;
  ASSERT_EQ(browser.sign_in(hrss_login).status, 303);
  EXPECT_NE(browser.cookie, first);
  for (auto const& old : {forced, first}) {
    browser.cookie = old;
    EXPECT_EQ(browser.get("/console/password").status, 303) << old;
  }
}

TEST_F(SignIn, AFormWithoutItsTokenIsRefused) {
  browser.sign_in(employer_login);
  auto const token = browser.csrf();
  ASSERT_EQ(token.size(), 64U);
  Browser other{central};
  other.sign_in(hrss_login);
  for (auto const& shown :
       {std::string{}, std::string{"x"}, std::string(64, '0'), other.csrf(), token + "0"}) {
    EXPECT_EQ(browser.post("/console/sign-out", {{"csrf", shown}}).status, 403) << shown;
  }
  EXPECT_EQ(browser.get("/console/password").status, 200);
  browser.more = "X-CSRF-Token: " + token + "\r\n";
  EXPECT_EQ(browser.post("/console/sign-out", {}).status, 303);
  browser.more.clear();
  EXPECT_EQ(browser.cookie, "__Host-ce-session=");
  EXPECT_EQ(browser.get("/console/password").status, 303);
}

TEST_F(SignIn, AFormFromElsewhereIsRefused) {
  browser.sign_in(employer_login);
  auto const token = browser.csrf();
  for (auto const* line :
       {"Origin: https://evil.example\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\nOrigin: https://jxjy.example.gov.cn\r\n"}) {
    browser.more = line;
    EXPECT_EQ(browser.post("/console/sign-out", {{"csrf", token}}).status, 403) << line;
    EXPECT_EQ(Browser{browser}.sign_in(hrss_login).status, 403) << line;
  }
  browser.more = "Origin: https://jxjy.example.gov.cn\r\nSec-Fetch-Site: same-origin\r\n";
  EXPECT_EQ(browser.post("/console/sign-out", {{"csrf", token}}).status, 303);
}

TEST_F(SignIn, SessionsExpire) {
  browser.sign_in(employer_login);
  change("UPDATE sessions SET used_ms = used_ms - 29 * 60000");
  EXPECT_EQ(browser.get("/console/password").status, 200);
  change("UPDATE sessions SET used_ms = used_ms - 29 * 60000");
  EXPECT_EQ(browser.get("/console/password").status, 200);
  change("UPDATE sessions SET used_ms = used_ms - 30 * 60000");
  EXPECT_EQ(browser.get("/console/password").status, 303);
  browser.sign_in(employer_login);
  change("UPDATE sessions SET begun_ms = begun_ms - 12 * 3600000");
  EXPECT_EQ(browser.get("/console/password").status, 303);
}

TEST_F(SignIn, ADisabledAccountIsOutAtOnce) {
  browser.sign_in(employer_login);
  change("UPDATE accounts SET disabled = 1 WHERE role = 'employer'");
  EXPECT_EQ(browser.get("/console/password").status, 303);
  EXPECT_EQ(browser.sign_in(employer_login).status, 403);
}

TEST_F(SignIn, GarbledCookiesAreNoSession) {
  browser.sign_in(employer_login);
  auto const good = browser.cookie;
  auto const token = good.substr(good.find('=') + 1);
  for (auto const& cookie :
       {std::string{good}.append("; ").append(good), good + "0", "ce-session=" + token, good + ";x=1",
        "x; " + good, good + ", x=1", "__Host-ce-session=" + token.substr(1),
        std::string{"__Host-ce-session=' OR 1=1 --"}, std::string{"; ; ="}, "__host-ce-session=" + token,
        std::string(4000, ';')}) {
    browser.cookie = cookie;
    EXPECT_EQ(browser.get("/console/password").status, 303) << cookie;
  }
  browser.cookie = "theme=dark; " + good + "; other=\"1\"";
  EXPECT_EQ(browser.get("/console/password").status, 200);
  browser.cookie = good;
  browser.more = "Cookie: x=1\r\n";
  EXPECT_EQ(browser.get("/console/password").status, 303);
}

TEST_F(SignIn, NextLeadsNowhereElse) {
  for (auto const* next : {"https://evil.example/", "//evil.example", "/\\evil.example", "/console/../verify",
                           "/console\r\nX: 1", "/consolex", "javascript:alert(1)", "/console/<b>", ""}) {
    Browser fresh{central};
    EXPECT_EQ(fresh.sign_in(hrss_login, account_password, next).headers.at("location"), "/console") << next;
  }
}

TEST_F(SignIn, AFirstPasswordIsChangedBeforeAnythingElse) {
  change("UPDATE accounts SET must_change_password = 1");
  EXPECT_EQ(browser.sign_in(employer_login).headers.at("location"), "/console/password");
  Browser other{central};
  other.sign_in(employer_login);
  EXPECT_THAT(browser.get("/console/password").body, HasSubstr("首次登录"));
  auto const change_to = [&](std::string const& old_one, std::string const& new_one) {
    return browser.post("/console/password",
                        {{"csrf", browser.csrf()}, {"old", old_one}, {"new", new_one}, {"again", new_one}});
  };
  EXPECT_THAT(change_to(account_password, "short").body, HasSubstr("10 到 64"));
  EXPECT_THAT(change_to(account_password, employer_login).body, HasSubstr("登录名相同"));
  EXPECT_THAT(change_to(account_password, "Password123").body, HasSubstr("太常见"));
  EXPECT_THAT(change_to(account_password, account_password).body, HasSubstr("不能与原密码相同"));
  EXPECT_THAT(change_to("not it, really", "another-bloom-9").body, HasSubstr("原密码不正确"));
  auto const done = change_to(account_password, "another-bloom-9");
  EXPECT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(browser.get("/console/password").status, 200);
  EXPECT_EQ(other.get("/console/password").status, 303);
  EXPECT_EQ(other.sign_in(employer_login).status, 403);
  EXPECT_EQ(other.sign_in(employer_login, "another-bloom-9").status, 303);
  EXPECT_EQ(count("audit_entries WHERE action = 'password_changed' AND scope = '440106'"), 1);
}

TEST_F(SignIn, WhatIsMissingOfAChangeIsSaidAtItsField) {
  change("UPDATE accounts SET must_change_password = 1");
  browser.sign_in(employer_login);
  auto const sent = [&](std::string const& old_one, std::string const& new_one, std::string const& again) {
    return browser.post("/console/password",
                        {{"csrf", browser.csrf()}, {"old", old_one}, {"new", new_one}, {"again", again}});
  };
  auto const said_at = [](char const* field) { return HasSubstr("href=\"#" + std::string{field} + "\""); };
  auto const nothing = sent("", "", "");
  EXPECT_EQ(nothing.status, 400);
  EXPECT_THAT(nothing.body, AllOf(said_at("old"), said_at("new"), said_at("again"),
                                  HasSubstr("有 3 处需要改正"), Not(HasSubstr("不能与原密码相同"))));
  EXPECT_THAT(sent(account_password, "", "").body,
              AllOf(Not(said_at("old")), said_at("new"), said_at("again")));
  EXPECT_THAT(sent(account_password, "another-bloom-9", "").body,
              AllOf(Not(said_at("new")), said_at("again"), Not(HasSubstr("两次输入的新密码不一致"))));
  EXPECT_EQ(Browser{central}.sign_in(employer_login).status, 303) << "it is as it was";
}

TEST_F(SignIn, AProfessionalUsesTheIdentityNumberAndTheQueryPassword) {
  EXPECT_EQ(browser.sign_in(person_id, "not it, really").status, 403);
  EXPECT_EQ(browser.sign_in(unknown_person_id, person_password).status, 403);
  EXPECT_EQ(count("accounts WHERE role = 'professional'"), 0);
  auto const in = browser.sign_in("11010519491231002x", person_password);
  ASSERT_EQ(in.status, 303) << in.body;
  EXPECT_EQ(count("accounts WHERE id = 'person-1' AND login = 'person:1' AND hash = ''"), 1);
  EXPECT_EQ(Browser{central}.sign_in("person:1", person_password).status, 403);
  auto const done = browser.post(
      "/console/password",
      {{"csrf", browser.csrf()}, {"old", person_password}, {"new", "58201794"}, {"again", "58201794"}});
  EXPECT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(Browser{central}.sign_in(person_id, "58201794").status, 303);
  // Eight digits of it: four come up in an entry's own hexadecimal digits now and then.
  EXPECT_EQ(count("audit_entries WHERE subject LIKE '%19491231%' OR detail LIKE '%19491231%' OR actor LIKE "
                  "'%19491231%'"),
            0);
}

TEST_F(SignIn, SigningOutEverywhereEndsAllSessions) {
  browser.sign_in(employer_login);
  Browser other{central};
  other.sign_in(employer_login);
  EXPECT_EQ(browser.post("/console/sign-out", {{"csrf", browser.csrf()}, {"everywhere", "yes"}}).status, 303);
  EXPECT_EQ(other.get("/console/password").status, 303);
}

TEST_F(SignIn, TwoProcessesShareTheSessions) {
  CentralProcess const second{CentralProcess::Beside{central}};
  browser.sign_in(employer_login);
  browser.turn_to(second);
  EXPECT_EQ(browser.get("/console/password").status, 200);
  EXPECT_EQ(browser.post("/console/sign-out", {{"csrf", browser.csrf()}}).status, 303);
  browser.turn_to(central);
  EXPECT_EQ(browser.get("/console/password").status, 303);
  for (int i = 0; i < 5; ++i) {
    browser.turn_to(i % 2 == 0 ? central : second);
    EXPECT_EQ(browser.sign_in(hrss_login, "not it, really").status, 403);
  }
  EXPECT_THAT(browser.sign_in(hrss_login).body, HasSubstr("已暂时锁定"));
}

TEST_F(SignIn, TheLogHoldsNeitherPasswordsNorTokens) {
  browser.sign_in(employer_login);
  browser.get("/console/password");
  browser.sign_in(person_id, "not it, really");
  central.signal(SIGTERM);
  auto const ended = central.wait();
  EXPECT_EQ(ended.code, 0);
  for (auto const& secret : {std::string{account_password}, std::string{"not it"},
                             browser.cookie.substr(18, 20), std::string{"1101051949"}}) {
    EXPECT_THAT(ended.output, Not(HasSubstr(secret)));
  }
}

TEST(PlainCookie, IsForThisMachineAlone) {
  CentralProcess const plain{{}, "plain_cookie = \"yes\"\n"};
  Browser browser{plain};
  auto const in = browser.sign_in(employer_login);
  EXPECT_THAT(in.headers.at("set-cookie"), StartsWith("ce-session="));
  EXPECT_THAT(in.headers.at("set-cookie"), Not(HasSubstr("Secure")));
  EXPECT_EQ(browser.get("/console/password").status, 200);
}

}  // namespace
}  // namespace ce::tests
