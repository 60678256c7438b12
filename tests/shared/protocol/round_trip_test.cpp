#include <gtest/gtest.h>

#include "samples.h"
#include "shared/protocol/instant_text.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/names.h"
#include "shared/protocol/visit_code.h"

namespace ce::protocol {
namespace {

TEST(RoundTrip, PersonQueryByCard) {
  auto const back = read_person_query(write(PersonQuery{SecretText{"11010519491231002X"}, ByCard{}}));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(back->id_number.reveal(), "11010519491231002X");
  EXPECT_TRUE(std::holds_alternative<ByCard>(back->proof));
}

TEST(RoundTrip, PersonQueryByPassword) {
  auto const back = read_person_query(
      write(PersonQuery{SecretText{"11010519491231002X"}, ByPassword{SecretText{"密\"码\\"}}}));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(std::get<ByPassword>(back->proof).password.reveal(), "密\"码\\");
}

TEST(RoundTrip, PersonQueryByCodeNamesNobody) {
  auto const text = write(PersonQuery{{}, ByCode{SecretText{"0f1e"}}});
  EXPECT_EQ(text.find("id_number"), std::string::npos);
  auto const back = read_person_query(text);
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(std::get<ByCode>(back->proof).code.reveal(), "0f1e");
  EXPECT_FALSE(read_person_query(R"({"version":1,"proof":{"kind":"card"}})"));
}

TEST(VisitCodeText, IsFoundInWhatAScannerRead) {
  SecretText const code{std::string(60, '7') + "abcd"};
  auto const text = visit_code_text(code);
  EXPECT_EQ(visit_code_in(text), code);
  EXPECT_TRUE(visit_code_in("cev1" + std::string(60, '7') + "ABCD"));
  for (auto const& other :
       {text.substr(1), text + "0", "CEV2" + text.substr(4), std::string{}, "CEV1" + std::string(64, 'g')}) {
    EXPECT_FALSE(visit_code_in(other)) << other;
  }
}

TEST(RoundTrip, PersonYears) {
  auto const back = read_person_years(write(samples::person_years()));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, samples::person_years());
}

TEST(RoundTrip, VerificationWithAndWithoutNameMatch) {
  auto verification = samples::verification();
  auto back = read_verification(write(verification));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, verification);

  verification.blank_numbers = {"GD-A-00000042", "7"};
  back = read_verification(write(verification));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, verification);

  verification.name_matches.reset();
  verification.issue_date.reset();
  verification.state = VerificationState::unknown;
  back = read_verification(write(verification));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, verification);
}

TEST(RoundTrip, VerificationOfANumberThatTheRegisterLost) {
  Verification verification;
  verification.number = "44010626000005";
  for (auto const& lost :
       {LostNumber{}, LostNumber{LostState::printed, samples::date(2026, 11, 20)},
        LostNumber{LostState::replaced, samples::date(2026, 11, 20)}, LostNumber{LostState::replaced, {}}}) {
    verification.lost = lost;
    auto const back = read_verification(write(verification));
    ASSERT_TRUE(back) << describe(back.failure());
    EXPECT_EQ(*back, verification);
  }
}

TEST(RoundTrip, NameQuestion) {
  auto const back = read_name_question(write(NameQuestion{SecretText{"阿不都·热依木"}}));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(back->name.reveal(), "阿不都·热依木");
}

TEST(RoundTrip, EventsTogetherAndAlone) {
  auto const events = samples::events();
  auto const back = read_events(write(std::span<KioskEvent const>{events}));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, events);
  for (auto const& event : events) {
    auto const alone = read_event(write(event));
    ASSERT_TRUE(alone) << describe(alone.failure());
    auto without = event;
    without.place.reset();  // told beside an event, and no part of it
    EXPECT_EQ(*alone, without);
  }
}

TEST(RoundTrip, EventReplies) {
  auto const replies = samples::replies();
  auto const back = read_event_replies(write(std::span<EventReply const>{replies}));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, replies);
}

TEST(RoundTrip, HealthAndItsReply) {
  auto const back = read_health(write(samples::health()));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, samples::health());
  EXPECT_FALSE(read_health(write(Health{}))->settings) << "a kiosk of before says nothing of its items";
  HealthReply const told{.central_now = Instant{5}, .settings = {{"idle", 8, {"90", "20", ""}}}};
  EXPECT_EQ(read_health_reply(write(told))->settings, told.settings);
  ItemStates const states{*samples::health().settings};
  EXPECT_EQ(read_item_states(write(states)).value(), states);
  auto const reply = read_health_reply(write(HealthReply{Instant{-1}}));
  ASSERT_TRUE(reply) << describe(reply.failure());
  EXPECT_EQ(reply->central_now, Instant{-1});
}

TEST(RoundTrip, ALogThatIsAskedForAndBrought) {
  HealthReply const told{.central_now = Instant{5}, .log_wanted = LogWanted{samples::id('2'), 72}};
  EXPECT_EQ(read_health_reply(write(told))->log_wanted, told.log_wanted);
  EXPECT_FALSE(read_health_reply(write(HealthReply{Instant{5}}))->log_wanted);
  KioskLog log{samples::id('2'), "{\"event\":\"started\"}\n", 3, "日志\"由系统\"收集"};
  EXPECT_EQ(read_kiosk_log(write(log)).value(), log);
  log.text = std::string(longest_log + 1, 'x');
  EXPECT_EQ(read_kiosk_log(write(log)).failure().code, FailureCode::answer_malformed);
}

TEST(RoundTrip, GrantsAndTheirRequests) {
  auto const grant = read_grant(write(samples::grant()));
  ASSERT_TRUE(grant) << describe(grant.failure());
  EXPECT_EQ(*grant, samples::grant());
  GrantRequest const request{.request = samples::id('7'), .certificate_number = "44010624000001", .copy = 2};
  EXPECT_EQ(read_grant_request(write(request)).value(), request);
  GrantStanding const standing{.id = samples::id('8'), .state = GrantState::replaced};
  EXPECT_EQ(read_grant_standing(write(standing)).value(), standing);
}

TEST(RoundTrip, APersonsCertificateMayCarryAGrant) {
  auto years = samples::person_years();
  years.years.back().certificate.grant = samples::grant();
  auto const back = read_person_years(write(years));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, years);
}

TEST(RoundTrip, APrintMayNameItsGrant) {
  auto event = samples::events().front();
  std::get<PrintRequested>(event.what).grant = samples::id('9');
  EXPECT_EQ(read_event(write(event)).value(), event);
}

TEST(RoundTrip, ChangesOfEachKind) {
  auto const back = read_changes(write(samples::changes()));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(*back, samples::changes());
}

TEST(UnknownMembers, AKindOfANewerCentralIsKeptAsRemoved) {
  auto const page = read_changes(
      R"({"version":1,"changes":[{"kind":"weather","id":"1","sun":true}],"cursor":"x","has_more":false})");
  ASSERT_TRUE(page) << describe(page.failure());
  EXPECT_EQ(page->changes.at(0).what.index(), 0U);
}

TEST(RoundTrip, Problem) {
  Problem const problem{.status = 404, .code = FailureCode::person_unknown, .detail = "查无此人"};
  auto const back = read_problem(write(problem));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(back->status, 404);
  EXPECT_EQ(back->code, FailureCode::person_unknown);
  EXPECT_EQ(back->detail, "查无此人");
}

// The bytes of one event are hashed for idempotency: an accidental change of them would turn every event
// that is delivered twice across an update into a conflict.
TEST(Bytes, OfAnEventStayAsTheyAre) {
  EXPECT_EQ(write(samples::events()[1]),
            R"({"version":1,"id":"0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c52","at":"2026-01-01T00:00:00.999Z",)"
            R"("type":"print_settled","print":"0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c51","outcome":"failed",)"
            R"("cause":"printer_jammed"})");
}

TEST(Bytes, MalformedTextIsReplacedNotThrown) {
  auto verification = samples::verification();
  verification.authority = "\xE4\xB8";
  auto const back = read_verification(write(verification));
  ASSERT_TRUE(back) << describe(back.failure());
  EXPECT_EQ(back->authority, "\uFFFD");
}

TEST(UnknownMembers, AreIgnoredForNewerCentrals) {
  auto const back =
      read_health_reply(R"({"version":1,"central_now":"2026-01-01T00:00:00.000Z","news":[{"a":1}]})");
  EXPECT_TRUE(back) << describe(back.failure());
}

TEST(Words, AreUniqueAndReadBack) {
  for (auto const& name : names<credit::Activity>())
    EXPECT_EQ(named<credit::Activity>(name.word), name.value);
  for (auto const& name : names<credit::Reason>()) EXPECT_EQ(credit::code_of(name.value), name.word);
  for (auto const& name : names<credit::Note>()) EXPECT_EQ(credit::code_of(name.value), name.word);
}

TEST(InstantText, ReadsWhatIsWritten) {
  for (std::int64_t ms :
       {0LL, -1LL, 951'782'400'000LL, 1'767'225'600'001LL, -62'135'596'800'000LL, 253'402'300'799'999LL}) {
    EXPECT_EQ(parse_rfc3339(rfc3339({ms})), Instant{ms}) << rfc3339({ms});
  }
}

TEST(InstantText, RefusesEverythingElse) {
  for (auto const* text :
       {"", "2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01T24:00:00.000Z", "2026-02-29T00:00:00.000Z",
        "2026-01-01T00:60:00.000Z", "2026-01-01T00:00:60.000Z", "2026-01-01t00:00:00.000Z",
        "2026-01-01T00:00:00.000+08:00", "-026-01-01T00:00:00.000Z"}) {
    EXPECT_FALSE(parse_rfc3339(text)) << text;
  }
}

}  // namespace
}  // namespace ce::protocol
