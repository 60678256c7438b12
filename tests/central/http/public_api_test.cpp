#include <gtest/gtest.h>

#include "central_process.h"
#include "fixture.h"
#include "shared/protocol/json.h"

namespace ce::tests {
namespace {

using protocol::Verification;
using protocol::VerificationState;

class PublicApi : public testing::Test {
 protected:
  Answer get(std::string const& target, std::string const& headers = {}) {
    return central.ask(request("GET", target, headers));
  }
  static Verification verification_of(Answer const& answer) {
    auto const read = protocol::read_verification(answer.body);
    EXPECT_TRUE(read) << answer.status << answer.body;
    return read.value_or({});
  }
  Answer with_name(std::string const& number, std::string const& name) {
    return central.ask(request("POST", "/api/v1/certificates/" + number + "/verification",
                               "Content-Type: application/json\r\n",
                               protocol::write(protocol::NameQuestion{SecretText{name}})));
  }
  Answer post_form(std::string const& body) {
    return central.ask(
        request("POST", "/verify", "Content-Type: application/x-www-form-urlencoded\r\n", body));
  }

  /// What the kiosk's sheet carries, once the operators made a key.
  std::string signed_token() {
    auto const command = std::string{CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db '"} +
                         central.folder.store() + "' keys --key-dir '" +
                         (central.folder / "grant-keys").string() + "' new --for certificates >/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0);
    auto const answer = central.post_as_kiosk(
        "/api/v1/kiosk/person-queries",
        protocol::write(protocol::PersonQuery{SecretText{person_id}, protocol::ByCard{}}));
    auto const years = protocol::read_person_years(answer.body);
    EXPECT_TRUE(years) << answer.body;
    for (auto const& year : years->years) {
      if (year.certificate.number != certificate_number) continue;
      EXPECT_TRUE(year.certificate.verify_url.starts_with("https://jxjy.example.gov.cn/v/"));
      return year.certificate.verify_url.substr(30);
    }
    return {};
  }

  CentralProcess central;
};

TEST_F(PublicApi, ByNumberAlone) {
  auto const valid = verification_of(get(std::string{"/api/v1/certificates/"} + certificate_number));
  EXPECT_EQ(valid.state, VerificationState::valid);
  EXPECT_EQ(valid.year, 2024);
  EXPECT_EQ(valid.authority, "广州市天河区人力资源和社会保障局");
  EXPECT_EQ(valid.masked_name, "**丰");
  EXPECT_FALSE(valid.name_matches.has_value());

  auto const revoked = get(std::string{"/api/v1/certificates/"} + revoked_number);
  EXPECT_EQ(verification_of(revoked).state, VerificationState::revoked);
  EXPECT_EQ(revoked.body.find("造假"), std::string::npos);

  auto const unknown = verification_of(get(std::string{"/api/v1/certificates/"} + unknown_number));
  EXPECT_EQ(unknown.state, VerificationState::unknown);
  EXPECT_EQ(unknown.masked_name, "");
}

TEST_F(PublicApi, ATokenShowsEveryPrintedFact) {
  auto const token = signed_token();
  auto const read = protocol::read_token_verification(get("/api/v1/tokens/" + token).body);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->verdict, "genuine");
  EXPECT_EQ(read->number, certificate_number);
  EXPECT_EQ(read->name.reveal(), "张三丰");
  EXPECT_EQ(read->authority, "广州市天河区人力资源和社会保障局");
  for (auto const& page : {"/v/" + token, "/verify?token=" + token}) {
    auto const answer = get(page);
    EXPECT_EQ(answer.status, 200);
    EXPECT_NE(answer.body.find("证书真实有效"), std::string::npos);
    EXPECT_NE(answer.body.find("张三丰"), std::string::npos);
    EXPECT_EQ(answer.body.find(token), std::string::npos) << "not repeated on the page";
    EXPECT_EQ(answer.headers.at("referrer-policy"), "no-referrer");
  }
}

TEST_F(PublicApi, ATokenThatProvesNothingShowsNothing) {
  auto token = signed_token();
  token.back() = token.back() == 'A' ? 'B' : 'A';
  EXPECT_EQ(get("/api/v1/tokens/" + token).body, R"({"version":1,"verdict":"signature_wrong"})");
  auto const page = get("/v/" + token).body;
  EXPECT_NE(page.find("不是真实的证书"), std::string::npos);
  EXPECT_EQ(page.find("张三丰"), std::string::npos);
  EXPECT_EQ(get("/api/v1/tokens/" + std::string(2000, 'A')).body, R"({"version":1,"verdict":"too_long"})");
  EXPECT_NE(get("/v/" + std::string(200, '%')).status, 500);
}

TEST_F(PublicApi, TokensAreCountedAgainstTheAddressAsWell) {
  auto const token = signed_token();
  int refused = 0;
  for (int i = 0; i < 200 && refused == 0; ++i) {
    if (get(i % 2 == 0 ? "/v/" + token : "/api/v1/tokens/" + token).status == 429) ++refused;
  }
  EXPECT_EQ(refused, 1);
}

TEST_F(PublicApi, GroupedNumbersAreUnderstoodAndOthersRefused) {
  EXPECT_EQ(verification_of(get("/api/v1/certificates/440106%2024%20000001")).state,
            VerificationState::valid);
  for (auto const* number : {"4401062400000", "440106240000011", "4401062400000x", "32010624000001",
                             "44010624000000", "%E5%9B%9B", "..%2F..%2Fetc"}) {
    auto const answer = get(std::string{"/api/v1/certificates/"} + number);
    EXPECT_EQ(answer.status, 400) << number;
    EXPECT_EQ(protocol::read_problem(answer.body)->code, FailureCode::certificate_number_invalid);
  }
}

TEST_F(PublicApi, WithAName) {
  EXPECT_EQ(verification_of(with_name(certificate_number, "张三丰")).name_matches, true);
  EXPECT_EQ(verification_of(with_name(certificate_number, " 张 三丰　")).name_matches, true);
  EXPECT_EQ(verification_of(with_name(certificate_number, "张三")).name_matches, false);
  EXPECT_EQ(verification_of(with_name(certificate_number, "")).name_matches, false);
  EXPECT_EQ(verification_of(with_name(unknown_number, "张三丰")).name_matches, false);
  EXPECT_EQ(verification_of(with_name(unknown_number, "")).name_matches, false);
}

TEST_F(PublicApi, PageShowsWhatTheNumberMeans) {
  EXPECT_NE(get("/verify").body.find("证书编号"), std::string::npos);
  auto const valid = get(std::string{"/v/"} + certificate_number);
  EXPECT_EQ(valid.status, 200);
  EXPECT_EQ(valid.headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_NE(valid.headers.at("content-security-policy").find("default-src 'none'"), std::string::npos);
  EXPECT_NE(valid.body.find("证书有效"), std::string::npos);
  EXPECT_NE(valid.body.find("**丰"), std::string::npos);
  EXPECT_EQ(valid.body.find("张三丰"), std::string::npos);
  EXPECT_NE(get(std::string{"/verify?number="} + revoked_number).body.find("证书已撤销"), std::string::npos);
  EXPECT_NE(get(std::string{"/verify?number="} + unknown_number).body.find("查无此证书"), std::string::npos);
  EXPECT_EQ(get("/verify?number=12").status, 400);
}

TEST_F(PublicApi, PageComparesAPostedName) {
  auto const number = std::string{"number="} + certificate_number;
  EXPECT_NE(post_form(number + "&name=%E5%BC%A0%E4%B8%89%E4%B8%B0").body.find("姓名一致"), std::string::npos);
  EXPECT_NE(post_form(number + "&name=%E5%BC%A0%E4%B8%89").body.find("姓名不一致"), std::string::npos);
}

TEST_F(PublicApi, PageEscapesWhatWasTyped) {
  auto const answer = get("/verify?number=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
  EXPECT_EQ(answer.body.find("<script"), std::string::npos);
  EXPECT_NE(answer.body.find("&quot;&gt;&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(get("/verify?number=%zz").status, 400);
  EXPECT_EQ(get("/verify?number=%00").status, 400);
}

TEST_F(PublicApi, OperationRoutes) {
  EXPECT_NE(get("/health").body.find("\"ok\""), std::string::npos);
  EXPECT_NE(get("/api/v1/openapi.yaml").body.find("openapi: 3.1.0"), std::string::npos);
  get(std::string{"/api/v1/certificates/"} + certificate_number);
  get("/nowhere");
  auto const metrics = get("/metrics").body;
  EXPECT_NE(metrics.find("ce_http_requests_total{method=\"GET\",route=\"/api/v1/certificates/"
                         "{number}\",status=\"200\"} 1\n"),
            std::string::npos);
  EXPECT_NE(metrics.find("ce_http_requests_total{method=\"\",route=\"\",status=\"404\"} 1\n"),
            std::string::npos);
  EXPECT_NE(metrics.find(
                "ce_http_request_duration_seconds_bucket{method=\"GET\",route=\"/health\",le=\"+Inf\"} 1\n"),
            std::string::npos);
}

TEST(RateLimited, AddressesAreLimitedAndKiosksAreNot) {
  CentralProcess const central{"[verification]\nper_minute = 1\nburst = 3\n",
                               "trusted_proxies = [\"127.0.0.1\"]\n"};
  auto const ask = [&](std::string const& headers) {
    return central.ask(request("GET", std::string{"/api/v1/certificates/"} + certificate_number, headers));
  };
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask("X-Real-IP: 203.0.113.7\r\n").status, 200);
  auto const refused = ask("X-Real-IP: 203.0.113.7\r\n");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.headers.count("retry-after"), 1U);
  EXPECT_EQ(protocol::read_problem(refused.body)->code, FailureCode::too_many_requests);
  EXPECT_EQ(ask("X-Real-IP: 203.0.113.8\r\n").status, 200);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(ask(kiosk_headers()).status, 200);
  EXPECT_EQ(ask("X-Real-IP: 203.0.113.7\r\n" + kiosk_headers()).status, 429)
      << "a key from elsewhere says nothing: such a kiosk has a certificate";
}

TEST(RateLimited, AKioskReadsOutNoRegisterEither) {
  CentralProcess const central{"look_ups_per_hour = 40\n[verification]\nper_minute = 1\nburst = 1\n"};
  auto const ask = [&](std::string const& target, std::string const& headers = kiosk_headers()) {
    return central.ask(request("GET", target, headers)).status;
  };
  auto const number = std::string{"/api/v1/certificates/"} + certificate_number;
  for (int i = 0; i < 9; ++i) EXPECT_EQ(ask(number), 200) << i;
  EXPECT_EQ(ask("/api/v1/tokens/none"), 200) << "counts as well";
  EXPECT_EQ(ask(number), 429);
  EXPECT_EQ(ask(std::string{"/v/"} + certificate_number), 429);
  EXPECT_EQ(ask(number, std::string{"X-Kiosk-Id: "} + other_kiosk_id + "\r\nAuthorization: Bearer " +
                            other_kiosk_key + "\r\n"),
            200)
      << "each has its own measure";
  EXPECT_EQ(ask(number, {}), 200) << "and so has the address";
}

TEST(RateLimited, AStrangersWordOnItsAddressIsNotBelieved) {
  CentralProcess const central{"[verification]\nper_minute = 1\nburst = 2\n"};
  int served = 0;
  for (int i = 0; i < 5; ++i) {
    auto const claim = "X-Real-IP: 203.0.113." + std::to_string(i) + "\r\n";
    served +=
        central.ask(request("GET", std::string{"/v/"} + certificate_number, claim)).status == 200 ? 1 : 0;
  }
  EXPECT_EQ(served, 2);
}

}  // namespace
}  // namespace ce::tests
