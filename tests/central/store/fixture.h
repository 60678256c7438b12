#pragma once

#include <gtest/gtest.h>

#include "central/issuing/issue.h"
#include "central/store/records.h"
#include "central/store/store.h"
#include "support/store/test_store.h"
#include "support/temp_directory.h"

namespace ce::test {

/// The product's own rules and regions.
inline store::Rulebook const& rulebook() {
  static store::Rulebook const rules = rulebook::load(CE_SOURCE_DIR "/config").value();
  return rules;
}

/// How stores are opened in tests.
inline store::Settings store_settings() {
  return {.verify_url_prefix = "https://example/v/", .readers = 2, .writers = 4, .rehearse = on_postgresql()};
}

/// A fresh store on a real file or server with one kiosk and one professional, id 1, who has no records yet.
struct StoreTest : testing::Test {
  TempDirectory directory;
  TestStore place{[](std::string const& location) {
    (void)store::Store::open(location, rulebook(), store_settings()).value();
  }};
  Instant now{1'780'300'000'000};  // 2026-06-01 in China
  Date today = china_date(now);
  SecretText id_number{"440106188503120171"};
  store::Store store = store::Store::open(place.location(), rulebook(), store_settings()).value();
  std::int64_t next_record = 1;

  void SetUp() override {
    // Records written with ids of a test's own count from 1, those numbered by a sequence from here.
    if (on_postgresql()) write("ALTER SEQUENCE learning_records_ids RESTART WITH 1000001");
    ASSERT_TRUE(store.enrol_kiosk({"K1", "440106", "天河大厅"}, store::key_hash(SecretText{"key"}), now));
    add_person(1, id_number.reveal(), "陈家明");
  }

  void write(std::string const& sql) {
    auto const done = store.write([&](storage::Database& database) { return database.execute(sql); });
    ASSERT_TRUE(done) << describe(done.failure());
  }

  void add_person(std::int64_t id, std::string const& number, std::string const& name) {
    write("INSERT INTO professionals (id, id_number, name, region, created_ms) VALUES (" +
          std::to_string(id) + ", '" + number + "', '" + name + "', '440106', 0)");
  }

  struct Hours {
    credit::Subject subject;
    std::int64_t hours;
    bool mandatory = false;
    credit::ReviewState review = credit::ReviewState::approved;
  };

  Result<void> insert_records(storage::Database& database, std::int64_t person, int year,
                              std::vector<Hours> const& list) {
    for (auto const& one : list) {
      credit::Record record;
      record.subject = one.subject;
      record.mandatory = one.mandatory;
      record.review = one.review;
      record.assessment = credit::Assessment::pass;
      record.hours = CreditUnits::hours(one.hours);
      auto const month = static_cast<int>(next_record % 5) + 1;
      record.start = Date::make(year, month, 1).value();
      record.end = Date::make(year, month, 20).value();
      CE_CHECK(store::insert_record(database, {next_record++, person, {}, "课程", record, now}));
    }
    return {};
  }

  void add_records(std::int64_t person, int year, std::vector<Hours> const& list) {
    auto const done = store.write([&, first = next_record](storage::Database& database) {
      next_record = first;
      return insert_records(database, person, year, list);
    });
    ASSERT_TRUE(done) << describe(done.failure());
  }

  /// What makes a year of 2021 or later complete.
  static std::vector<Hours> complete_hours() {
    using credit::Subject;
    return {{Subject::public_subject, 30},
            {Subject::professional, 14, true},
            {Subject::professional, 28},
            {Subject::elective, 18}};
  }
  void complete_year(std::int64_t person, int year) { add_records(person, year, complete_hours()); }

  Result<std::string> issue(std::int64_t person, int year) {
    std::string number;
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      CE_TRY(number, issuing::issue(database, rulebook(), {person, year, today, now}));
      return {};
    });
    if (!done) return done.failure();
    return number;
  }

  protocol::YearProgress year(int which) {
    auto const answer = store.person_years(id_number, {}, now);
    EXPECT_TRUE(answer);
    for (auto const& progress : (*answer)->years) {
      if (progress.year == which) return progress;
    }
    ADD_FAILURE() << "no year " << which;
    return {};
  }

  static protocol::KioskEvent print_of(std::string const& number, Instant at) {
    return {EntryId::make(), at, protocol::PrintRequested{number, 1, "A1"}};
  }
  static protocol::KioskEvent settle(EntryId const& print, protocol::PrintOutcome outcome, Instant at) {
    return {EntryId::make(), at, protocol::PrintSettled{print, outcome, {}}};
  }
  protocol::EventReply apply(protocol::KioskEvent const& event, std::string_view kiosk = "K1") {
    auto replies = store.apply_events(kiosk, {&event, 1}, now);
    EXPECT_TRUE(replies);
    return replies->at(0);
  }
};

}  // namespace ce::test
