#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "samples.h"
#include "shared/protocol/json.h"

namespace ce::protocol {
namespace {

using nlohmann::json;

// The sample with the value at a JSON pointer exchanged (or, for nothing, taken out).
std::string years_with(char const* pointer, std::optional<json> const& value) {
  json body = json::parse(write(samples::person_years()));
  json::json_pointer const at{pointer};
  if (value) {
    body[at] = *value;
  } else {
    body[at.parent_pointer()].erase(at.back());
  }
  return body.dump();
}

struct BadYears {
  char const* pointer;
  std::optional<json> value;
  char const* complaint;
};

TEST(Malformed, PersonYearsNamesTheMember) {
  std::vector<BadYears> const table{
      {"/name", std::nullopt, "name: missing"},
      {"/name", 7, "name: expected a text"},
      {"/name", nullptr, "name: expected a text"},
      {"/name", std::string("a\0b", 3), "name: expected a text without U+0000"},
      {"/name", std::string(4097, 'x'), "name: expected a text of at most 4096 bytes"},
      {"/as_of", "2026-01-01", "as_of: expected a time, YYYY-MM-DDTHH:MM:SS.mmmZ"},
      {"/years", json::object(), "years: expected a list"},
      {"/years", json(std::vector<int>(101, 0)), "years: expected a list of at most 100"},
      {"/years/0", 3, "years[0]: expected an object"},
      {"/years/0/year", 2026.0, "years[0].year: expected an integer"},
      {"/years/0/year", 20260, "years[0].year: expected an integer from 1900 to 2999"},
      {"/years/0/year", 18446744073709551615ULL, "years[0].year: expected an integer from 1900 to 2999"},
      {"/years/0/total/done", "83", "years[0].total.done: expected an integer"},
      {"/years/0/total/done", -1, "years[0].total.done: expected an integer from 0 to 90000000"},
      {"/years/0/total", std::nullopt, "years[0].total: missing"},
      {"/years/0/complete", 1, "years[0].complete: expected true or false"},
      {"/years/1/reasons/2", "TOTAL",
       "years[1].reasons[2]: expected one of the words of this protocol version"},
      {"/years/1/records/0/notes", std::nullopt, "years[1].records[0].notes: missing"},
      {"/years/1/records/0/start", "2023-02-29", "years[1].records[0].start: expected a date, YYYY-MM-DD"},
      {"/years/1/records/0/subject", "sport",
       "years[1].records[0].subject: expected one of the words of this protocol version"},
      {"/years/1/certificate/printed_at", 12, "years[1].certificate.printed_at: expected a text"},
      {"/version", std::nullopt, "version: missing"},
      {"/version", "1", "version: expected an integer"},
  };
  for (auto const& row : table) {
    auto const read = read_person_years(years_with(row.pointer, row.value));
    ASSERT_FALSE(read) << row.pointer;
    EXPECT_EQ(read.failure().code, FailureCode::answer_malformed);
    EXPECT_EQ(read.failure().detail, row.complaint);
  }
}

TEST(Malformed, AnotherVersionIsToldApart) {
  auto const read = read_person_years(years_with("/version", 2));
  ASSERT_FALSE(read);
  EXPECT_EQ(describe(read.failure()), "answer_version_unknown: version: 2 is not one this program knows (1)");
}

TEST(Malformed, TextThatIsNotJson) {
  std::vector<std::pair<std::string, std::string>> const table{
      {"", "not JSON at byte 1"},
      {"{", "not JSON at byte 2"},
      {"<html>502 Bad Gateway</html>", "not JSON at byte 1"},
      {R"({"version":1} x)", "not JSON at byte 15"},
      {"{\"version\":1,\"name\":\"\xFF\"}", "not JSON at byte 22"},
      {"{\"version\":1,\"name\":\"\xC0\x80\"}", "not JSON at byte 22"},
      {R"({"version":1,"name":"\ud800"})", "not JSON at byte 28"},
      {R"({"version":1e999})", "not JSON: a number out of range"},
      {R"({"version":1,"version":1})", "a member is there twice"},
      {"[]", "expected an object"},
      {"null", "expected an object"},
  };
  for (auto const& [text, complaint] : table) {
    auto const read = read_person_years(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(describe(read.failure()), "answer_malformed: " + complaint) << text;
  }
}

TEST(Malformed, NoContentOfTheMessageIsTold) {
  auto const broken = write(samples::person_years()).substr(0, 60) + "张三丰 11010519491231002X";
  auto const read = read_person_years(broken);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.failure().detail.find("张"), std::string::npos);
  EXPECT_EQ(read.failure().detail.find("1949"), std::string::npos);
}

TEST(Malformed, NestingIsBounded) {
  for (auto const* open : {"[", "{\"a\":"}) {
    std::string text = R"({"version":1,"x":)";
    while (text.size() < max_body_bytes - 8) text += open;
    auto const read = read_person_years(text);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.failure().detail, "nested too deeply");
  }
}

// A reader that looks through the list again at the end of each of them would not come back within this
// test's time.
TEST(Malformed, AMessageFullOfSmallObjectsIsReadAndRefusedAtOnce) {
  std::string text = R"({"version":1,"events":[{})";
  while (text.size() < max_body_bytes / 4) text += ",{}";
  auto const read = read_events(text + "]}");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.failure().code, FailureCode::answer_malformed);
  EXPECT_NE(read.failure().detail.find("events: expected a list of at most"), std::string::npos)
      << read.failure().detail;
}

TEST(Malformed, FiftyMegabytesAreRefusedUnread) {
  std::string const text(50U << 20U, '[');
  for (auto const& failure :
       {read_person_years(text).failure(), read_events(text).failure(), read_problem(text).failure()}) {
    EXPECT_EQ(describe(failure), "answer_too_large: 52428800 bytes, at most 4194304 are accepted");
  }
}

TEST(Malformed, EveryCutOfAMessageFails) {
  auto const events = samples::events();
  auto const whole = write(std::span<KioskEvent const>{events});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(read_events(whole.substr(0, length))) << length;
  }
}

TEST(Malformed, Events) {
  std::vector<std::pair<std::string, std::string>> const table{
      {R"({"version":1})", "events: missing"},
      {R"({"version":1,"events":[{}]})", "events[0].id: missing"},
      {R"({"version":1,"events":[{"id":"7"}]})", "events[0].id: expected a lower-case UUID"},
      {R"({"version":1,"events":[{"id":"0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c50","at":"2026-01-01T00:00:00.000Z","type":"gone"}]})",
       "events[0].type: expected print_requested, print_settled, paper_loaded, blank_voided or kiosk_noted"},
      {R"({"version":1,"events":[{"id":"0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c50","at":"2026-01-01T00:00:00.000Z","type":"print_requested","certificate_number":"1","copy":0,"blank_number":""}]})",
       "events[0].copy: expected an integer from 1 to 1000"},
      {R"({"version":1,"events":[{"id":"0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c50","at":"2026-01-01T00:00:00.000Z","type":"print_settled","print":"0b9c7f5e-58d1-4c43-9a7e-2f6d1b3a4c50","outcome":"failed","cause":"rain"}]})",
       "events[0].cause: expected a failure code"},
  };
  for (auto const& [text, complaint] : table) {
    auto const read = read_events(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.failure().detail, complaint);
  }
}

TEST(Malformed, OtherMessages) {
  EXPECT_EQ(read_person_query(R"({"version":1,"id_number":"1","proof":{"kind":"trust"}})").failure().detail,
            "proof.kind: expected card, password or code");
  EXPECT_EQ(
      read_person_query(R"({"version":1,"id_number":"1","proof":{"kind":"password"}})").failure().detail,
      "proof.password: missing");
  EXPECT_EQ(read_verification(R"({"version":1,"state":"maybe"})").failure().detail,
            "state: expected one of the words of this protocol version");
  std::string const unknown =
      R"({"version":1,"state":"unknown","number":"1","year":0,"authority":"","masked_name":"")";
  EXPECT_EQ(read_verification(unknown + R"(,"lost":"found"})").failure().detail,
            "lost: expected one of the words of this protocol version");
  EXPECT_EQ(read_verification(unknown + R"(,"lost":"printed"})").failure().detail, "printed_on: missing");
  EXPECT_EQ(read_event_replies(R"({"version":1,"replies":{}})").failure().detail, "replies: expected a list");
  EXPECT_EQ(read_health(R"({"version":1,"program_version":"1","uptime_seconds":-1})").failure().detail,
            "uptime_seconds: expected an integer from 0 to 9223372036854775807");
  EXPECT_EQ(read_health_reply(R"({"version":1})").failure().detail, "central_now: missing");
  EXPECT_EQ(read_problem(R"({"status":200,"code":"x","detail":""})").failure().detail,
            "status: expected an integer from 400 to 599");
  EXPECT_EQ(read_problem(R"({"status":404,"code":"x","detail":""})").failure().detail,
            "code: expected a failure code");
}

// It becomes part of an address.
TEST(Malformed, TheHashOfASealIsOne) {
  for (std::string const& hash : {std::string{}, std::string(63, 'a'), std::string(64, 'G'),
                                  std::string(64, 'A'), "../" + std::string(61, 'a')}) {
    auto const page =
        read_changes(R"({"version": 1, "changes": [{"kind": "seal", "id": "440106", "sha256": ")" + hash +
                     R"("}], "cursor": "c", "has_more": false})");
    ASSERT_FALSE(page) << hash;
    EXPECT_NE(describe(page.failure()).find("changes[0].sha256: expected a SHA-256"), std::string::npos)
        << describe(page.failure());
  }
}

// Found by fuzzing: what follows a NUL was passed over.
TEST(Malformed, NothingFollowsTheEnd) {
  auto const body = write(samples::person_years());
  for (auto const& after : {std::string{"\0", 1}, std::string{"\0{}", 3}, std::string{"x"}}) {
    EXPECT_EQ(read_person_years(body + after).failure().code, FailureCode::answer_malformed);
  }
  EXPECT_TRUE(read_person_years(body + " \n"));
}

}  // namespace
}  // namespace ce::protocol
