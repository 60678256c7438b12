#include "central/http/session_guard.h"

#include <gmock/gmock.h>

namespace ce::http {
namespace {

using accounts::Role;
using testing::HasSubstr;
using testing::StartsWith;

struct GuardTest : testing::Test {
  accounts::SignedIn who{.session = "s",
                         .account = "acc-1",
                         .login = "clerk",
                         .shown_name = "张科",
                         .role = Role::employer,
                         .actor = {.account = "acc-1"},
                         .csrf = std::string(64, 'c')};
  std::optional<accounts::SignedIn> present = who;
  Doors doors{
      .kiosk = {},
      .site = {},
      .session = [this](Request const&) -> Result<std::optional<accounts::SignedIn>> { return present; },
      .glance = [this](Request const&) -> Result<std::optional<accounts::SignedIn>> { return present; },
      .own_origin = {}};
  log::Logger const log = log::Logger::to_stderr(log::Level::error);
  std::string seen;
  Route route{.method = Method::post,
              .pattern = "/console/x",
              .auth = Auth::session,
              .documented = false,
              .handle = [this](Request const& request) {
                seen = request.signed_in->account + ":" + std::string{request.form_value("a")};
                if (!request.files.empty()) seen += ":" + request.files.front().bytes;
                return Response{};
              }};

  Request posted(std::string const& type, std::string body) const {
    Request request;
    request.method = Method::post;
    request.content_type = type;
    request.body = std::move(body);
    request.browser.target = "/console/x";
    return request;
  }
  Response answer(Request request) {
    seen.clear();
    return answer_session(route, request, doors, log);
  }
  Response answer_form(std::string const& body) {
    return answer(posted("application/x-www-form-urlencoded", body));
  }
  static std::string location(Response const& response) {
    return response.headers.empty() ? "" : response.headers.front().second;
  }
};

TEST_F(GuardTest, TheHandlerSeesWhoAsksAndTheForm) {
  EXPECT_EQ(answer_form("a=1&csrf=" + who.csrf).status, 200);
  EXPECT_EQ(seen, "acc-1:1");
}

TEST_F(GuardTest, AMultipartFormIsReadBeforeTheHandler) {
  auto request = posted("multipart/form-data",
                        "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + who.csrf +
                            "\r\n--B\r\nContent-Disposition: form-data; name=\"f\"; "
                            "filename=\"x\"\r\n\r\nbytes\r\n--B--\r\n");
  request.browser.boundary = "B";
  EXPECT_EQ(answer(request).status, 200);
  EXPECT_EQ(seen, "acc-1::bytes");
  request.body.resize(40);
  EXPECT_EQ(answer(request).status, 400);
  EXPECT_EQ(seen, "");
}

TEST_F(GuardTest, JsonCarriesItsTokenInAHeader) {
  auto request = posted("application/json", "{}");
  EXPECT_EQ(answer(request).status, 403);
  request.browser.csrf = who.csrf;
  EXPECT_EQ(answer(request).status, 200);
  request.browser.csrf.back() = 'd';
  EXPECT_EQ(answer(request).status, 403);
}

TEST_F(GuardTest, TheTokenOfAnotherFormFieldDoesNotCountWhereAHeaderIsWrong) {
  auto request = posted("application/x-www-form-urlencoded", "csrf=" + who.csrf);
  request.browser.csrf = "wrong";
  EXPECT_EQ(answer(request).status, 403);
}

TEST_F(GuardTest, OnlyTheRoutesRolesGetIn) {
  auto const body = "csrf=" + who.csrf;
  route.roles = {Role::hrss, Role::system_operator};
  auto const page = answer_form(body);
  EXPECT_EQ(page.status, 403);
  EXPECT_THAT(page.content_type, StartsWith("text/html"));
  EXPECT_THAT(page.body, HasSubstr("您的账号不能办理此事"));
  route.documented = true;
  EXPECT_THAT(answer_form(body).body, HasSubstr("role_refused"));
  EXPECT_EQ(seen, "");
  route.roles.push_back(Role::employer);
  EXPECT_EQ(answer_form(body).status, 200);
}

TEST_F(GuardTest, NobodySignedInIsLedToTheSignIn) {
  present.reset();
  EXPECT_EQ(location(answer_form("a=1")), "/console/sign-in");
  route.method = Method::get;
  Request get;
  get.browser.target = "/console/records?year=2026";
  EXPECT_EQ(location(answer(get)), "/console/sign-in?next=/console/records%3Fyear%3D2026");
  route.documented = true;
  auto const api = answer(get);
  EXPECT_EQ(api.status, 401);
  EXPECT_THAT(api.body, HasSubstr("sign_in_required"));
  EXPECT_EQ(refuse_upload(route, get, doors)->status, 401);
  present = who;
  EXPECT_FALSE(refuse_upload(route, get, doors));
}

TEST_F(GuardTest, AFirstPasswordOpensTheWayToItsChangeAlone) {
  present->must_change_password = true;
  auto const body = "csrf=" + who.csrf;
  EXPECT_EQ(location(answer_form(body)), "/console/password");
  route.with_old_password = true;
  EXPECT_EQ(answer_form(body).status, 200);
}

TEST_F(GuardTest, FormsOfOtherSitesAreRefused) {
  auto const try_with = [&](std::string const& fetch_site, std::string const& origin,
                            std::string const& host) {
    auto request = posted("application/x-www-form-urlencoded", "csrf=" + who.csrf);
    request.browser.fetch_site = fetch_site;
    request.browser.origin = origin;
    request.browser.host = host;
    return answer(request).status;
  };
  doors.own_origin = "https://jxjy.example.gov.cn";
  EXPECT_EQ(try_with("", "", "h"), 200);
  EXPECT_EQ(try_with("same-origin", "null", "h"), 200);
  EXPECT_EQ(try_with("", "https://jxjy.example.gov.cn", "127.0.0.1:8080"), 200);
  EXPECT_EQ(try_with("", "http://127.0.0.1:8080", "127.0.0.1:8080"), 200);
  EXPECT_EQ(try_with("none", "", "h"), 403);
  EXPECT_EQ(try_with("same-site", "https://jxjy.example.gov.cn", "h"), 403);
  EXPECT_EQ(try_with("", "https://jxjy.example.gov.cn.evil.example", "h"), 403);
  EXPECT_EQ(try_with("", "null", "h"), 403);
}

TEST_F(GuardTest, AStoreThatFailsLetsNobodyIn) {
  doors.session = [](Request const&) -> Result<std::optional<accounts::SignedIn>> {
    return Failure{FailureCode::storage_busy, "x"};
  };
  EXPECT_EQ(answer_form("csrf=" + who.csrf).status, 503);
  EXPECT_EQ(seen, "");
}

}  // namespace
}  // namespace ce::http
