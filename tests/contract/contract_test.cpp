#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include "central/http/central_process.h"
#include "central/http/fixture.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/json.h"
#include "shared/protocol/site.h"
#include "support/files.h"

namespace ce::tests {
namespace {

template <class T>
std::string trouble(Result<T> const& read) {
  return read ? std::string{} : describe(read.failure());
}

// Each schema of openapi.yaml that is a whole body, and the reader that must take its examples.
std::map<std::string, std::function<std::string(std::string const&)>> readers() {
  using namespace protocol;
  return {
      {"PersonQuery", [](auto const& text) { return trouble(read_person_query(text)); }},
      {"PersonYears", [](auto const& text) { return trouble(read_person_years(text)); }},
      {"Events", [](auto const& text) { return trouble(read_events(text)); }},
      {"EventReplies", [](auto const& text) { return trouble(read_event_replies(text)); }},
      {"EnrolmentRequest", [](auto const& text) { return trouble(read_enrolment_request(text)); }},
      {"RenewalRequest", [](auto const& text) { return trouble(read_renewal_request(text)); }},
      {"CertificateReply", [](auto const& text) { return trouble(read_certificate_reply(text)); }},
      {"Health", [](auto const& text) { return trouble(read_health(text)); }},
      {"HealthReply", [](auto const& text) { return trouble(read_health_reply(text)); }},
      {"KioskLog", [](auto const& text) { return trouble(read_kiosk_log(text)); }},
      {"Verification", [](auto const& text) { return trouble(read_verification(text)); }},
      {"TokenVerification", [](auto const& text) { return trouble(read_token_verification(text)); }},
      {"NameQuestion", [](auto const& text) { return trouble(read_name_question(text)); }},
      {"SiteRecords", [](auto const& text) { return trouble(read_site_records(text)); }},
      {"SiteReplies", [](auto const& text) { return trouble(read_site_replies(text)); }},
      {"GrantRequest", [](auto const& text) { return trouble(read_grant_request(text)); }},
      {"Grant", [](auto const& text) { return trouble(read_grant(text)); }},
      {"GrantStanding", [](auto const& text) { return trouble(read_grant_standing(text)); }},
      {"ChangesPage", [](auto const& text) { return trouble(read_changes(text)); }},
      {"Problem", [](auto const& text) { return trouble(read_problem(text)); }},
  };
}

class Contract : public testing::Test {
 protected:
  Contract() {
    std::ofstream{folder / "central.toml"} << config_text(folder);
    auto const listed = run_central(folder, {"--routes", "--config", folder / "central.toml"});
    EXPECT_EQ(listed.code, 0) << listed.output;
    routes = listed.output;
    agree = agrees_with(routes);
  }

  // Whether the document describes these routes; what differs goes to the file `differences`.
  bool agrees_with(std::string const& table) const {
    std::ofstream{folder / "routes"} << table;
    auto const command =
        std::string{"/usr/bin/python3 " CE_SOURCE_DIR "/tests/contract/openapi_contract.py "} +
        CE_SOURCE_DIR "/shared/protocol/openapi.yaml " + (folder / "routes").string() + " " +
        (folder / "examples").string() + " >" + (folder / "differences").string();
    return std::system(command.c_str()) == 0;
  }

  Folder folder{fill_store};
  std::string routes;
  bool agree = false;
};

TEST_F(Contract, RoutesAndDocumentAgree) {
  EXPECT_TRUE(agree) << test::read_all(folder / "differences");
}

TEST_F(Contract, OurReadersTakeEveryExample) {
  auto const known = readers();
  std::map<std::string, int> seen;
  for (auto const& entry : std::filesystem::directory_iterator{folder / "examples"}) {
    auto const schema = entry.path().stem().stem().string();
    auto const reader = known.find(schema);
    ASSERT_NE(reader, known.end()) << schema;
    EXPECT_EQ(reader->second(test::read_all(entry.path())), "") << entry.path().filename();
    ++seen[schema];
  }
  EXPECT_EQ(seen.size(), known.size());
}

TEST_F(Contract, ADifferenceIsFound) {
  EXPECT_FALSE(agrees_with(routes + "GET /api/v1/secret anyone documented\n"));
  EXPECT_FALSE(agrees_with(routes.substr(routes.find('\n') + 1)));
  auto open = routes;
  open.replace(open.find(" kiosk "), 7, " anyone ");
  EXPECT_FALSE(agrees_with(open));
}

// What holds every answer of the API that these tests receive (central/http/heard.h) finds what differs.
TEST_F(Contract, AnAnswerThatDiffersIsFound) {
  auto const agrees = [this](int status, std::string const& body,
                             std::string const& type = "application/json") {
    test::write_all(folder / "answers", "POST /api/v1/kiosk/health?x=1 " + std::to_string(status) + " " +
                                            std::to_string(body.size()) + " - " + type + "\n" + body + "\n");
    auto const command = "/usr/bin/python3 " CE_SOURCE_DIR "/tests/contract/answers.py " CE_SOURCE_DIR
                         "/shared/protocol/openapi.yaml " +
                         (folder / "answers").string() + " >" + (folder / "said").string();
    return std::system(command.c_str()) == 0;
  };
  EXPECT_TRUE(agrees(200, R"({"version":1,"central_now":"2025-03-01T06:05:09.120Z"})"))
      << test::read_all(folder / "said");
  EXPECT_FALSE(agrees(200, R"({"version":1,"central_now":"2025-03-01"})"));
  EXPECT_FALSE(agrees(200, R"({"version":1})"));
  EXPECT_FALSE(agrees(200, R"({"version":1,"central_now":"2025-03-01T06:05:09.120Z","name":"张三"})"));
  EXPECT_FALSE(agrees(200, "ok", "text/plain"));
  EXPECT_FALSE(agrees(409, R"({"status":409,"code":"conflict","detail":"x"})", "application/problem+json"));
  EXPECT_FALSE(agrees(400, R"({"status":400})", "application/problem+json"));
}

}  // namespace
}  // namespace ce::tests
