#include <gtest/gtest.h>

#include "central_process.h"
#include "fixture.h"
#include "shared/protocol/json.h"

namespace ce::tests {
namespace {

/// Whatever HTTP itself refuses is a problem document too (RFC 9457), with a stable code.
void expect_problem(Answer const& answer, int status) {
  EXPECT_EQ(answer.status, status);
  auto const type = answer.headers.find("content-type");
  ASSERT_NE(type, answer.headers.end());
  EXPECT_EQ(type->second, "application/problem+json; charset=utf-8");
  auto const problem = protocol::read_problem(answer.body);
  ASSERT_TRUE(problem) << answer.body;
  EXPECT_EQ(problem->status, status);
}

class OnTheWire : public testing::Test {
 protected:
  CentralProcess central{{}, "header_seconds = 1\nbody_seconds = 1\n"};
};

TEST_F(OnTheWire, RequestsOnOneConnectionAreAnsweredInOrder) {
  auto wire = central.connect();
  auto const look_up = [](char const* number) {
    return request("GET", std::string{"/api/v1/certificates/"} + number);
  };
  ASSERT_TRUE(wire.send(look_up(certificate_number) + request("GET", "/nowhere") + look_up(revoked_number) +
                        request("POST", "/api/v1/kiosk/health", kiosk_headers(), "{}") +
                        request("GET", "/health")));
  EXPECT_NE(wire.receive().body.find("\"valid\""), std::string::npos);
  EXPECT_EQ(wire.receive().status, 404);
  EXPECT_NE(wire.receive().body.find("\"revoked\""), std::string::npos);
  EXPECT_EQ(wire.receive().status, 400);
  EXPECT_EQ(wire.receive().status, 200);
}

TEST_F(OnTheWire, AFiveMegabyteBodyIsRefusedAndTheAnswerArrives) {
  auto wire = central.connect();
  wire.send(request("POST", "/api/v1/kiosk/events", kiosk_headers(), std::string(5U << 20U, ' ')));
  auto const answer = wire.receive();
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.headers.at("connection"), "close");
  EXPECT_EQ(protocol::read_problem(answer.body)->code, FailureCode::answer_too_large);
}

TEST_F(OnTheWire, WhoMayNotSendALargeBodyIsToldBeforeItComes) {
  for (auto const* target : {"/api/v1/kiosk/events", "/api/v1/kiosk/logs", "/api/v1/site/records"}) {
    for (auto const* length : {"Content-Length: 1000000\r\n", "Transfer-Encoding: chunked\r\n"}) {
      auto wire = central.connect();
      wire.send(std::string{"POST "} + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
                "Authorization: Bearer nobodys\r\nX-Kiosk-Id: " + kiosk_id + "\r\n" + length + "\r\n");
      SCOPED_TRACE(target);
      expect_problem(wire.receive(), 401);
      EXPECT_TRUE(wire.closed_by_server());
    }
  }
  auto known = central.connect();
  auto const events = "{\"version\":1,\"events\":[]" + std::string(100'000, ' ') + "}";
  known.send(request("POST", "/api/v1/kiosk/events", kiosk_headers(), events));
  EXPECT_EQ(known.receive().status, 200);
}

TEST_F(OnTheWire, AChunkedBodyIsCountedAsItComes) {
  auto wire = central.connect();
  wire.send("POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" +
            kiosk_headers() + "\r\n");
  for (int i = 0; i < 8 && wire.send("1000\r\n" + std::string(0x1000, ' ') + "\r\n"); ++i) {
  }
  expect_problem(wire.receive(), 413);
}

TEST_F(OnTheWire, AChunkedBodyIsRead) {
  auto wire = central.connect();
  auto const body = protocol::write(protocol::Health{});
  auto const half = body.size() / 2;
  auto const chunk = [](std::string const& text) {
    std::string size(8, '0');
    std::snprintf(size.data(), size.size() + 1, "%08zx", text.size());
    return size + "\r\n" + text + "\r\n";
  };
  wire.send("POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" +
            kiosk_headers() + "\r\n" + chunk(body.substr(0, half)) + chunk(body.substr(half)) + "0\r\n\r\n");
  EXPECT_EQ(wire.receive().status, 200);
}

TEST_F(OnTheWire, ASlowHeaderAndASlowBodyAreGivenUp) {
  auto header = central.connect();
  auto body = central.connect();
  header.send("GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ");
  body.send("POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n" + kiosk_headers() +
            "\r\n{");
  expect_problem(header.receive(), 408);
  expect_problem(body.receive(), 408);
  EXPECT_TRUE(header.closed_by_server());
}

TEST_F(OnTheWire, AHugeHeaderIsRefused) {
  auto wire = central.connect();
  wire.send("GET /health HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(9000, 'a') + "\r\n\r\n");
  expect_problem(wire.receive(), 431);
  auto endless = central.connect();
  endless.send("GET /" + std::string(20'000, 'a'));
  expect_problem(endless.receive(), 431);
}

TEST_F(OnTheWire, AmbiguousMessagesAreRefused) {
  for (auto const* text : {
           "POST /api/v1/kiosk/health HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: "
           "3\r\n\r\n0\r\n\r\n",
           "POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: "
           "chunked\r\n\r\n0\r\n\r\n",
           "POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, "
           "identity\r\n\r\n0\r\n\r\n",
           "POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
           "POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: "
           "4\r\n\r\nabc",
           "POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
           "POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
           "GET /health HTTP/1.1\r\n\r\n",
           "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
           "GET /health HTTP/1.1\r\nHost : a\r\n\r\n",
           "GET health HTTP/1.1\r\nHost: a\r\n\r\n",
           "GET /health HTTP/3.0\r\nHost: a\r\n\r\n",
           "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
           "\x16\x03\x01\x02",
       }) {
    auto wire = central.connect();
    wire.send(text);
    SCOPED_TRACE(text);
    expect_problem(wire.receive(), 400);
    EXPECT_TRUE(wire.closed_by_server());
  }
}

TEST_F(OnTheWire, MethodsAndPathsThatDoNotFit) {
  auto const wrong_method = central.ask(request("DELETE", "/health"));
  expect_problem(wrong_method, 405);
  EXPECT_EQ(wrong_method.headers.at("allow"), "GET, HEAD");
  expect_problem(central.ask(request("GET", "/verify/")), 404);
  expect_problem(central.ask(request("GET", "/api/v1/certificates/")), 404);
  EXPECT_EQ(central.ask(request("PUT", "/verify", {}, "x")).headers.at("allow"), "GET, HEAD, POST");
  auto const at_the_console = central.ask(request("DELETE", "/console"));
  EXPECT_EQ(at_the_console.status, 405);
  EXPECT_EQ(at_the_console.headers.at("allow"), "GET, HEAD");
  EXPECT_EQ(at_the_console.headers.at("content-type"), "text/html; charset=utf-8") << "people read it";
}

TEST_F(OnTheWire, HeadHasTheLengthAndNoBody) {
  auto wire = central.connect();
  wire.send(request("HEAD", "/verify") + request("GET", "/health"));
  auto const head = wire.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_GT(number_in(head.headers.at("content-length")), 1000U);
  EXPECT_EQ(wire.receive().status, 200);
}

TEST_F(OnTheWire, Http10EndsTheConnectionUnlessAskedNotTo) {
  auto wire = central.connect();
  wire.send("GET /health HTTP/1.0\r\n\r\n");
  EXPECT_EQ(wire.receive().headers.at("connection"), "close");
  EXPECT_TRUE(wire.closed_by_server());
  auto kept = central.connect();
  kept.send("GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(kept.receive().headers.at("connection"), "keep-alive");
  kept.send("GET /health HTTP/1.0\r\n\r\n");
  EXPECT_EQ(kept.receive().status, 200);
}

TEST_F(OnTheWire, ExpectContinueIsAnswered) {
  auto wire = central.connect();
  auto const body = protocol::write(protocol::Health{});
  wire.send("POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n" + kiosk_headers() + "\r\n");
  EXPECT_EQ(wire.receive().status, 100);
  wire.send(body);
  EXPECT_EQ(wire.receive().status, 200);
}

TEST(Crowd, TwoHundredIdleConnectionsStarveNobody) {
  CentralProcess const central;
  std::vector<Wire> idle;
  for (int i = 0; i < 200; ++i) {
    idle.push_back(central.connect());
    ASSERT_TRUE(idle.back().send(request("GET", "/health")));
    ASSERT_EQ(idle.back().receive().status, 200);
  }
  for (int i = 0; i < 20; ++i) EXPECT_EQ(central.ask(request("GET", "/health")).status, 200);
  for (auto& wire : idle) {
    ASSERT_TRUE(wire.send(request("GET", "/health")));
    EXPECT_EQ(wire.receive().status, 200);
  }
}

TEST(Crowd, OneTooManyIsTurnedAway) {
  CentralProcess const central{{}, "max_connections = 8\n"};
  std::vector<Wire> idle;
  for (int i = 0; i < 8; ++i) {
    idle.push_back(central.connect());
    idle.back().send(request("GET", "/health"));
    ASSERT_EQ(idle.back().receive().status, 200);
  }
  expect_problem(central.connect().receive(), 503);
  idle.pop_back();
  Answer answer;
  for (int i = 0; i < 500 && answer.status != 200; ++i) answer = central.ask(request("GET", "/health"));
  EXPECT_EQ(answer.status, 200);
}

TEST(Crowd, AnIdleConnectionIsClosedAfterAWhile) {
  CentralProcess const central{{}, "idle_seconds = 1\n"};
  auto wire = central.connect();
  EXPECT_TRUE(wire.closed_by_server());
}

TEST(Stopping, FinishesWhatIsUnderWay) {
  CentralProcess central;
  auto idle = central.connect();
  auto busy = central.connect();
  auto const body = protocol::write(protocol::Health{});
  busy.send("POST /api/v1/kiosk/health HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n" + kiosk_headers() + "\r\n");
  ASSERT_EQ(busy.receive().status, 100);
  central.signal(SIGTERM);
  EXPECT_TRUE(idle.closed_by_server());
  busy.send(body);
  auto const answer = busy.receive();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.at("connection"), "close");
  EXPECT_EQ(central.wait().code, 0);
}

}  // namespace
}  // namespace ce::tests
