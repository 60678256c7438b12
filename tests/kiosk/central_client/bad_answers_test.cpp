#include "client_room.h"

namespace ce::drivers {
namespace {

using test::ask;
using test::ClientRoom;
using test::query;
using test::ScriptedServer;
using test::SeenRequest;
using test::Wire;
using test::years;

FailureCode code_of(Result<protocol::PersonYears> const& answer) {
  if (answer) {
    ADD_FAILURE() << "was taken for a good answer";
    return FailureCode::internal_fault;
  }
  EXPECT_EQ(answer.failure().detail.find(test::example_id), std::string::npos);
  return answer.failure().code;
}

std::string problem(int status, FailureCode code) {
  return protocol::write(protocol::Problem{status, code, "查询人 示例甲"});
}

TEST(CentralBadAnswers, WhatIsNoJsonOfOursIsMalformed) {
  auto const whole = protocol::write(years());
  for (std::string const& body : {std::string{}, std::string{"{"}, std::string{"[]"}, std::string{"null"},
                                  whole.substr(0, whole.size() / 2), std::string{"<html>login</html>"},
                                  std::string(100'000, '['), std::string{"\xff\xfe"}}) {
    EXPECT_EQ(code_of(ask(200, body)), FailureCode::answer_malformed) << body.substr(0, 20);
  }
  EXPECT_EQ(code_of(ask(200, whole, "text/html")), FailureCode::answer_malformed);
  EXPECT_TRUE(ask(200, whole, "Application/JSON; charset=utf-8").ok());
}

TEST(CentralBadAnswers, AnotherVersionIsNamedAsSuch) {
  auto body = protocol::write(years());
  auto const at = body.find("\"version\":1");
  ASSERT_NE(at, std::string::npos);
  body.replace(at, 11, "\"version\":2");
  EXPECT_EQ(code_of(ask(200, body)), FailureCode::answer_version_unknown);
}

TEST(CentralBadAnswers, AnotherPersonsDataIsRefused) {
  EXPECT_EQ(code_of(ask(200, protocol::write(years("110105189912310011")))), FailureCode::answer_malformed);
}

/// Sends `total` bytes in pieces; counts what the other side took before it broke off.
ScriptedServer::Script flood(std::size_t total, bool chunked, std::atomic<std::size_t>& taken) {
  return [=, &taken](SeenRequest const&, Wire const& wire) {
    std::string const piece(1U << 16U, ' ');
    wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" +
              (chunked ? std::string{"Transfer-Encoding: chunked\r\n\r\n"}
                       : "Content-Length: " + std::to_string(total) + "\r\n\r\n"));
    while (taken < total) {
      if (!wire.send(chunked ? "10000\r\n" + piece + "\r\n" : piece)) return false;
      taken += piece.size();
    }
    return wire.send("0\r\n\r\n");
  };
}

TEST(CentralBadAnswers, FiftyMegabytesAreNotReadWhole) {
  for (bool const chunked : {false, true}) {
    SCOPED_TRACE(chunked);
    std::atomic<std::size_t> taken = 0;
    EXPECT_EQ(code_of(ask(flood(50U << 20U, chunked, taken))), FailureCode::answer_too_large);
    EXPECT_LT(taken, 20U << 20U) << "socket buffers included, far less than the whole was taken";
  }
}

TEST(CentralBadAnswers, StatusesAndProblemsBecomeFailures) {
  auto with_problem = [](int status, FailureCode code) {
    return code_of(ask(status, problem(status, code), "application/problem+json"));
  };
  EXPECT_EQ(with_problem(404, FailureCode::person_unknown), FailureCode::person_unknown);
  EXPECT_EQ(with_problem(403, FailureCode::credential_refused), FailureCode::credential_refused);
  EXPECT_EQ(with_problem(423, FailureCode::credential_locked), FailureCode::credential_locked);
  EXPECT_EQ(with_problem(429, FailureCode::too_many_requests), FailureCode::too_many_requests);
  EXPECT_EQ(with_problem(400, FailureCode::answer_version_unknown), FailureCode::answer_version_unknown);
  EXPECT_EQ(with_problem(401, FailureCode::not_permitted), FailureCode::central_refused);
  EXPECT_EQ(with_problem(500, FailureCode::printer_jammed), FailureCode::central_fault)
      << "a code that this call cannot meet is not believed";
  EXPECT_EQ(code_of(ask(429, "slow down", "text/plain")), FailureCode::too_many_requests);
  EXPECT_EQ(code_of(ask(500, "{", "application/problem+json")), FailureCode::central_fault);
  EXPECT_EQ(code_of(ask(503, "", "text/html")), FailureCode::central_fault);
  EXPECT_EQ(code_of(ask(404, "", "text/html")), FailureCode::central_refused);
}

TEST(CentralBadAnswers, CentralsWordsNeverReachADetail) {
  auto const answer = ask(404, problem(404, FailureCode::person_unknown), "application/problem+json");
  EXPECT_EQ(answer.failure().detail.find("示例甲"), std::string::npos) << answer.failure().detail;
}

TEST(CentralBadAnswers, RedirectsAreNotFollowed) {
  ScriptedServer const elsewhere{
      [](SeenRequest const&, Wire const& wire) { return wire.answer(200, protocol::write(years())); }};
  auto const answer = ask([&](SeenRequest const&, Wire const& wire) {
    return wire.send("HTTP/1.1 307 Moved\r\nLocation: " + elsewhere.url() + "/\r\nContent-Length: 0\r\n\r\n");
  });
  EXPECT_EQ(code_of(answer), FailureCode::central_refused);
  EXPECT_TRUE(elsewhere.seen().empty());
}

TEST(CentralBadAnswers, BrokenOffSilentAndNoHttp) {
  auto const whole = protocol::write(years());
  EXPECT_EQ(code_of(ask([](SeenRequest const&, Wire const&) { return false; })),
            FailureCode::central_unreachable);
  EXPECT_EQ(code_of(ask([&](SeenRequest const&, Wire const& wire) {
              wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n" +
                        whole.substr(0, 40));
              return false;
            })),
            FailureCode::central_unreachable);
  EXPECT_EQ(code_of(ask([](SeenRequest const&, Wire const& wire) {
              wire.send("SSH-2.0-OpenSSH\r\n");
              return false;
            })),
            FailureCode::answer_malformed);
}

TEST(CentralBadAnswers, ADripThatNeverEndsStopsAtTheTimeLimit) {
  ScriptedServer const server{[](SeenRequest const&, Wire const& wire) {
    wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
    while (wire.send(" ")) std::this_thread::sleep_for(std::chrono::milliseconds{20});
    return false;
  }};
  ClientRoom room;
  room.address.total_limit = std::chrono::milliseconds{400};
  EXPECT_EQ(code_of(room.client(server.url())->find_person(query())), FailureCode::central_unreachable);
}

FailureCode code_of(Result<std::string> const& seal) {
  return seal ? FailureCode::internal_fault : seal.failure().code;
}

/// An answer in pieces of `piece` bytes, one every 100 ms.
ScriptedServer::Script drip(std::string const& body, std::size_t piece) {
  return [body, piece](SeenRequest const&, Wire const& wire) {
    wire.send("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: " + std::to_string(body.size()) +
              "\r\n\r\n");
    for (std::size_t at = 0; at < body.size(); at += piece) {
      if (!wire.send(body.substr(at, piece))) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
    return true;
  };
}

// The audit's case, in small: a seal on a slow line came in well, and the visitor's limit broke it off.
TEST(CentralBadAnswers, WhatComesInSlowlyButSurelyIsWaitedForWhereTheLineIsLetTo) {
  std::string const picture(60'000, 's');
  std::string const hash(64, 'a');
  ScriptedServer const server{drip(picture, 4000)};
  ClientRoom room;
  room.address.total_limit = std::chrono::milliseconds{500};
  EXPECT_EQ(code_of(room.client(server.url())->fetch_seal(hash)), FailureCode::central_unreachable);
  room.address.total_limit = std::chrono::minutes{5};
  room.address.slowest_bytes = 1024;
  room.address.slow_limit = std::chrono::seconds{2};
  EXPECT_EQ(room.client(server.url())->fetch_seal(hash).value(), picture);
  ScriptedServer const stalls{drip(picture, 10)};  // 100 bytes a second: ten minutes
  EXPECT_EQ(code_of(room.client(stalls.url())->fetch_seal(hash)), FailureCode::central_unreachable);
}

TEST(CentralBadAnswers, ACallIsGivenUpWhereTheProgramIsToEnd) {
  ScriptedServer const server{drip(std::string(60'000, 's'), 10)};
  ClientRoom room;
  room.address.total_limit = std::chrono::minutes{5};
  auto const client = room.client(server.url());
  std::jthread const ending{[&] { client->give_up(); }};
  EXPECT_EQ(code_of(client->fetch_seal(std::string(64, 'a'))), FailureCode::central_unreachable);
}

TEST(CentralBadAnswers, NobodyThereAndBackAgain) {
  ClientRoom room;
  std::string url;
  {
    ScriptedServer const gone{[](SeenRequest const&, Wire const&) { return false; }};
    url = gone.url();
  }
  EXPECT_EQ(code_of(room.client(url)->find_person(query())), FailureCode::central_unreachable);

  std::atomic<int> calls = 0;
  ScriptedServer const flaky{[&](SeenRequest const&, Wire const& wire) {
    if (++calls == 1) return wire.answer(500, "{}");
    return wire.answer(200, protocol::write(years()));
  }};
  auto const client = room.client(flaky.url());
  EXPECT_EQ(code_of(client->find_person(query())), FailureCode::central_fault);
  EXPECT_TRUE(client->find_person(query()).ok()) << "a fault leaves the client usable";
}

}  // namespace
}  // namespace ce::drivers
