#include <algorithm>

#include "client_room.h"

namespace ce::drivers {
namespace {

using test::ClientRoom;
using test::example_id;
using test::query;
using test::ScriptedServer;
using test::SeenRequest;
using test::Wire;
using test::years;

ScriptedServer::Script always(std::string body) {
  return [body = std::move(body)](SeenRequest const&, Wire const& wire) { return wire.answer(200, body); };
}

TEST(CentralCalls, APersonIsAskedForInTheBodyOverOneConnection) {
  ScriptedServer const server{always(protocol::write(years()))};
  ClientRoom room;
  auto const client = room.client(server.url());
  for (int i = 0; i < 3; ++i) {
    auto const answer = client->find_person(query());
    ASSERT_TRUE(answer.ok()) << describe(answer.failure());
    EXPECT_EQ(*answer, years());
  }
  auto const seen = server.seen();
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[2].connection, 1) << "the connection is kept";
  EXPECT_TRUE(seen[0].head.starts_with("POST /api/v1/kiosk/person-queries HTTP/1.1\r\n"));
  EXPECT_NE(seen[0].head.find("Authorization: Bearer a-key-of-this-kiosk\r\n"), std::string::npos);
  EXPECT_NE(seen[0].head.find("X-Kiosk-Id: kiosk-7\r\n"), std::string::npos);
  EXPECT_NE(seen[0].head.find("Content-Type: application/json\r\n"), std::string::npos);
  EXPECT_EQ(seen[0].head.find(example_id), std::string::npos) << "nothing personal in URL or headers";
  EXPECT_EQ(protocol::read_person_query(seen[0].body).value().id_number.reveal(), example_id);
}

TEST(CentralCalls, ACertificateIsVerified) {
  protocol::Verification valid;
  valid.state = protocol::VerificationState::valid;
  valid.number = "44010625000001";
  valid.year = 2025;
  valid.masked_name = "**甲";
  ScriptedServer const server{always(protocol::write(valid))};
  ClientRoom room;
  EXPECT_EQ(room.client(server.url())->verify("44010625000001").value(), valid);
  EXPECT_TRUE(server.seen()[0].head.starts_with("GET /api/v1/certificates/44010625000001 HTTP/1.1\r\n"));
}

TEST(CentralCalls, ANumberThatTheRegisterLostIsToldAsSuch) {
  protocol::Verification lost;
  lost.number = "44010626000005";
  lost.lost = protocol::LostNumber{protocol::LostState::printed, Date::make(2026, 11, 20).value()};
  ScriptedServer const server{always(protocol::write(lost))};
  ClientRoom room;
  EXPECT_EQ(room.client(server.url())->verify(lost.number).value(), lost);
}

TEST(CentralCalls, ASheetIsAskedForByItsTokenAlone) {
  protocol::TokenVerification told;
  told.verdict = "genuine";
  told.number = "44010625000001";
  told.name = SecretText{"某甲"};
  told.year = 2025;
  told.issue_date = Date::make(2026, 1, 15).value();
  told.blank_numbers = {"GD-A-00000042"};
  ScriptedServer const server{always(protocol::write(told))};
  ClientRoom room;
  auto const client = room.client(server.url());
  auto const answer = client->verify_token("AEUAOFL5");
  ASSERT_TRUE(answer) << describe(answer.failure());
  EXPECT_EQ(answer->number, told.number);
  EXPECT_EQ(answer->blank_numbers, told.blank_numbers);
  EXPECT_TRUE(server.seen()[0].head.starts_with("GET /api/v1/tokens/AEUAOFL5 HTTP/1.1\r\n"));
  for (auto const* token : {"", "../kiosk", "aeua", "AEUA?x=1"}) {
    EXPECT_EQ(client->verify_token(token).failure().code, FailureCode::input_invalid) << token;
  }
  EXPECT_EQ(server.seen().size(), 1U) << "what is no token is not even sent";
}

TEST(CentralCalls, AnUnknownCertificateIsAnAnswer) {
  ScriptedServer const server{[](SeenRequest const&, Wire const& wire) {
    return wire.answer(404, protocol::write(protocol::Problem{404, FailureCode::certificate_unknown, "无"}),
                       "application/problem+json");
  }};
  ClientRoom room;
  auto const answer = room.client(server.url())->verify("44010625000009");
  EXPECT_EQ(answer.value().state, protocol::VerificationState::unknown);
}

TEST(CentralCalls, ANumberThatIsNoneIsNotEvenSent) {
  ScriptedServer const server{always("{}")};
  ClientRoom room;
  auto const client = room.client(server.url());
  for (auto const* number : {"", "44../kiosk", "4401 625000001", "４４０１"}) {
    EXPECT_EQ(client->verify(number).failure().code, FailureCode::certificate_number_invalid) << number;
  }
  EXPECT_TRUE(server.seen().empty());
}

std::vector<protocol::KioskEvent> two_events() {
  auto const first = EntryId::make();
  return {{first, {1'772'000'000'000}, protocol::PrintRequested{"44010625000001", 1, "GD-000001"}},
          {EntryId::make(),
           {1'772'000'009'000},
           protocol::PrintSettled{first, protocol::PrintOutcome::sent_to_printer, std::nullopt}}};
}

TEST(CentralCalls, EventsAreDeliveredAndEachIsAnswered) {
  auto const events = two_events();
  std::vector<protocol::EventReply> const replies{
      {events[0].id, protocol::Acceptance::accepted, ""},
      {events[1].id, protocol::Acceptance::conflict, "different body"}};
  ScriptedServer const server{always(protocol::write(std::span<protocol::EventReply const>{replies}))};
  ClientRoom room;
  EXPECT_EQ(room.client(server.url())->deliver(events).value(), replies);
  EXPECT_EQ(protocol::read_events(server.seen()[0].body).value(), events);
}

TEST(CentralCalls, RepliesToOtherEventsAreMalformed) {
  auto const events = two_events();
  std::vector<std::vector<protocol::EventReply>> const wrong{
      {},
      {{events[0].id, protocol::Acceptance::accepted, ""}},
      {{events[1].id, protocol::Acceptance::accepted, ""},
       {events[0].id, protocol::Acceptance::accepted, ""}},
  };
  for (auto const& replies : wrong) {
    ScriptedServer const server{always(protocol::write(std::span<protocol::EventReply const>{replies}))};
    ClientRoom room;
    EXPECT_EQ(room.client(server.url())->deliver(events).failure().code, FailureCode::answer_malformed);
  }
}

TEST(CentralCalls, ACentralThatDoesNotKnowTheNewestKindsIsAskedForTheOthers) {
  ScriptedServer const server{[](SeenRequest const& request, Wire const& wire) {
    bool const knows =
        request.head.find("seal") == std::string::npos && request.head.find("config") == std::string::npos;
    if (knows) return wire.answer(200, protocol::write(protocol::ChangesPage{{}, "c9", false, {}}));
    return wire.answer(400, protocol::write(protocol::Problem{400, FailureCode::input_invalid, "种类"}),
                       "application/problem+json");
  }};
  ClientRoom room;
  auto const page = room.client(server.url())->proof_changes("c8");
  ASSERT_TRUE(page) << describe(page.failure());
  EXPECT_EQ(page->cursor, "c9");
  EXPECT_NE(server.seen().back().head.find("certificate_key,revocation"), std::string::npos);
  EXPECT_NE(server.seen().back().head.find("cursor=c8"), std::string::npos);
}

TEST(CentralCalls, ACentralThatKnowsNoKindAtAllIsAskedNoLongerThanThereAreKinds) {
  ScriptedServer const server{[](SeenRequest const&, Wire const& wire) {
    return wire.answer(400, protocol::write(protocol::Problem{400, FailureCode::input_invalid, "种类"}),
                       "application/problem+json");
  }};
  ClientRoom room;
  EXPECT_EQ(room.client(server.url())->proof_changes({}).failure().code, FailureCode::central_refused);
  EXPECT_LE(server.seen().size(), 8U);
}

TEST(CentralCalls, HealthIsReported) {
  ScriptedServer const server{always(protocol::write(protocol::HealthReply{{1'772'000'000'000}}))};
  ClientRoom room;
  protocol::Health health;
  health.program_version = "0.1.0";
  health.printer_problem = "printer_jammed";
  EXPECT_EQ(room.client(server.url())->report(health).value().central_now.ms, 1'772'000'000'000);
  EXPECT_EQ(protocol::read_health(server.seen()[0].body).value(), health);
}

}  // namespace
}  // namespace ce::drivers
