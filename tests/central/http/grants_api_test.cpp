#include <gtest/gtest.h>

#include <signal.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "central_process.h"
#include "fixture.h"
#include "shared/protocol/json.h"
#include "support/files.h"

namespace ce::tests {
namespace {

std::string headers_of(char const* id, char const* key) {
  return std::string{"Content-Type: application/json\r\nX-Kiosk-Id: "} + id + "\r\nAuthorization: Bearer " +
         key + "\r\n";
}

FailureCode code_of(Answer const& answer) {
  auto const problem = protocol::read_problem(answer.body);
  EXPECT_TRUE(problem) << answer.status << answer.body;
  return problem ? problem->code : FailureCode::internal_fault;
}

/// Two processes of ce-central on one store; the key is made while both serve.
class GrantsApi : public testing::Test {
 protected:
  GrantsApi() {
    auto const command = std::string{CE_BIN_DIR "/ce-admin --config-dir " CE_SOURCE_DIR "/config --db '"} +
                         first.folder.store() + "' keys --key-dir '" +
                         (first.folder / "grant-keys").string() + "' new >/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0);
  }

  static Answer ask(CentralProcess const& central, std::string const& headers,
                    EntryId const& request_id = EntryId::make(), std::string number = certificate_number) {
    return central.ask(request("POST", "/api/v1/kiosk/print-grants", headers,
                               protocol::write(protocol::GrantRequest{request_id, std::move(number), 1})));
  }
  static Answer give_back(CentralProcess const& central, std::string const& headers, EntryId const& id) {
    return central.ask(request("POST", "/api/v1/kiosk/print-grants/" + id.text() + "/return", headers));
  }

  CentralProcess first;
  CentralProcess second{CentralProcess::Beside{first}};
  std::string const one = kiosk_headers();
  std::string const other = headers_of(other_kiosk_id, other_kiosk_key);
};

TEST_F(GrantsApi, TheSameRequestGetsTheSameBytesFromEachProcess) {
  auto const id = EntryId::make();
  auto const answer = ask(first, one, id);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(ask(second, one, id).body, answer.body);
  EXPECT_EQ(code_of(ask(second, one, id, revoked_number)), FailureCode::delivery_conflict);
}

TEST_F(GrantsApi, AnotherKioskIsToldUntilWhenInChinese) {
  ASSERT_EQ(ask(first, one).status, 200);
  auto const answer = ask(second, other);
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(code_of(answer), FailureCode::grant_held);
  EXPECT_NE(answer.body.find("已由另一台终端领取，请于"), std::string::npos) << answer.body;
  EXPECT_NE(answer.body.find("后再试"), std::string::npos) << answer.body;
}

TEST_F(GrantsApi, OneOfManyWinsOverTwoProcesses) {
  for (int round = 0; round < 5; ++round) {
    std::atomic<int> won{0};
    std::optional<EntryId> id;
    bool firsts = false;
    std::mutex mutex;
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&, i] {
        // Either kiosk at both processes: what one kiosk gets twice must be one grant.
        auto const answer = ask(i % 4 < 2 ? first : second, i % 2 == 0 ? one : other);
        if (answer.status != 200) {
          EXPECT_EQ(code_of(answer), FailureCode::grant_held);
          return;
        }
        auto const grant = protocol::read_grant(answer.body).value();
        std::lock_guard const lock{mutex};
        if (id && *id == grant.id) return;
        ++won;
        id = grant.id;
        firsts = grant.kiosk == kiosk_id;
      });
    }
    for (auto& thread : threads) thread.join();
    ASSERT_EQ(won, 1);
    EXPECT_EQ(give_back(first, firsts ? other : one, *id).status, 404);
    EXPECT_EQ(give_back(first, firsts ? one : other, *id).status, 200);
  }
}

TEST_F(GrantsApi, APrintWithItsGrantEndsIt) {
  auto const grant = protocol::read_grant(ask(first, one).body).value();
  protocol::KioskEvent const print{
      .id = EntryId::make(),
      .at = {1'740'000'000'000},
      .what = protocol::PrintRequested{certificate_number, 1, "N0000017", grant.id}};
  auto const delivered =
      second.ask(request("POST", "/api/v1/kiosk/events", one,
                         protocol::write(std::span<protocol::KioskEvent const>{&print, 1})));
  EXPECT_EQ(protocol::read_event_replies(delivered.body).value().at(0).acceptance,
            protocol::Acceptance::accepted);
  EXPECT_EQ(code_of(give_back(first, one, grant.id)), FailureCode::grant_spent);
  EXPECT_EQ(code_of(ask(first, other)), FailureCode::print_unresolved);
}

TEST_F(GrantsApi, EachRefusalHasItsStatusAndCode) {
  auto const revoked = ask(first, one, EntryId::make(), revoked_number);
  EXPECT_EQ(revoked.status, 409);
  EXPECT_EQ(code_of(revoked), FailureCode::certificate_revoked);
  auto const unknown = ask(first, one, EntryId::make(), unknown_number);
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(code_of(unknown), FailureCode::certificate_unknown);
  EXPECT_EQ(give_back(first, one, EntryId::make()).status, 404);
  EXPECT_EQ(ask(first, headers_of(kiosk_id, "wrong")).status, 401);
  EXPECT_EQ(first.ask(request("POST", "/api/v1/kiosk/print-grants/1/return", one)).status, 404);
}

TEST_F(GrantsApi, NothingOfAKeyIsInTheLog) {
  ask(first, one);
  first.signal(SIGTERM);
  auto const ended = first.wait();
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.output.find("PRIVATE"), std::string::npos);
  EXPECT_EQ(ended.output.find(certificate_number), std::string::npos);
  EXPECT_NE(ended.output.find("/api/v1/kiosk/print-grants"), std::string::npos);
}

}  // namespace
}  // namespace ce::tests
