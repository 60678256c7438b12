#pragma once

#include <set>

#include "central/issuing/batch.h"
#include "central/standings/refresh.h"
#include "central/store/fixture.h"

namespace ce::test {

/// A store with many complete people of Tianhe (440106) and their HRSS.
struct BatchTest : StoreTest {
  registration::Actor const hrss{
      .account = "hrss-1", .party = credit::Party::hrss, .level = credit::Level::county, .region = "440106"};
  registration::Actor const city{
      .account = "hrss-2", .party = credit::Party::hrss, .level = credit::Level::city, .region = "440100"};

  /// People 2 to `last` beside person 1, every year 2026 complete.
  void complete_people(std::int64_t last) {
    add_complete_people(2, last);
    complete_year(1, 2026);
    refresh_all(last);
  }
  /// In one transaction: a sync for each would take most of the test's time.
  void add_complete_people(std::int64_t first, std::int64_t last) {
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      auto insert = database.prepare(
          "INSERT INTO professionals (id, id_number, name, region, created_ms) "
          "VALUES ($1, $2, '测试', '440106', 0)");
      for (std::int64_t id = first; id <= last; ++id) {
        CE_CHECK(insert.bind(1, id).bind(2, "44010618850312" + std::to_string(10'000 + id)).run());
        CE_CHECK(insert_records(database, id, 2026, complete_hours()));
      }
      return {};
    });
    ASSERT_TRUE(done) << describe(done.failure());
  }
  void refresh_all(std::int64_t last) {
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 1; id <= last; ++id) ids.push_back(id);
    auto const done = store.write([&](storage::Database& database) -> Result<void> {
      CE_TRY([[maybe_unused]] auto const written, standings::refresh(database, rulebook(), ids, now));
      return {};
    });
    ASSERT_TRUE(done) << describe(done.failure());
  }
  issuing::BatchOrder order(std::vector<std::int64_t> people = {}) const {
    return {EntryId::make(), 2026, today, std::move(people)};
  }
  Result<issuing::BatchReport> approve(issuing::BatchOrder const& wanted) {
    return issuing::issue_batch(store, hrss, wanted, now);
  }
  std::vector<std::string> column(std::string const& sql) const {
    std::vector<std::string> values;
    auto const done = store.read([&](storage::Database& database) -> Result<void> {
      auto rows = database.prepare(sql);
      for (;;) {
        CE_TRY(bool const more, rows.step());
        if (!more) return {};
        values.push_back(rows.text(0));
      }
    });
    EXPECT_TRUE(done) << describe(done.failure());
    return values;
  }
  std::string value(std::string const& sql) const {
    auto const values = column(sql);
    return values.empty() ? "" : values.front();
  }
};

}  // namespace ce::test
