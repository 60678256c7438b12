#include "bench/issuing/bare_rows.h"

#include <algorithm>
#include <span>

#include "shared/storage/insert_rows.h"

namespace ce::bench {
namespace {

constexpr std::size_t facts_each = 440;                    // four lines of central/issuing, record_facts.h
constexpr std::int64_t first_number = 99'260'000'000'000;  // of no region

/// Those of one region beside each other, as a batch takes them.
std::vector<std::int64_t> by_region(Province const& province, std::int64_t first, std::int64_t last) {
  std::vector<std::int64_t> people;
  auto const regions = static_cast<std::int64_t>(province.regions.size());
  for (auto from = first; from < first + regions; ++from) {
    for (auto id = from; id <= last; id += regions) people.push_back(id);
  }
  return people;
}

Result<void> write_verdicts(storage::Database& database, std::int64_t id,
                            std::span<std::int64_t const> people) {
  return database
      .prepare(
          "INSERT INTO yearly_verdicts (id, professional, year, reading, public_units, professional_units, "
          "mandatory_units, elective_units, total_units, achievement_units, record_ids, judged_ms, others) "
          "SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), 2025, MIN(r.id), 0, 0, 0, 0, 0, 0, '', 0, "
          "CAST($3 AS TEXT) FROM rule_readings r")
      .bind(1, id)
      .bind(2, people.front())
      .bind(3, std::string(people.size() * facts_each, 'x'))
      .run();
}

Result<void> write_certificates(storage::Database& database, std::int64_t from,
                                std::span<std::int64_t const> people) {
  return storage::insert_rows(
      database,
      "INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, "
      "verdict, issued_ms, issued_by)",
      11, people.size(), [&](storage::Statement& row, int at, std::size_t i) {
        row.bind(at, std::to_string(from + static_cast<std::int64_t>(i))).bind(at + 1, people[i]);
        row.bind(at + 2, 2025).bind(at + 3, "陈家明").bind(at + 4, "990000");
        row.bind(at + 5, "广州市天河区人力资源和社会保障局").bind(at + 6, "2026-06-01").bind(at + 7, "blank");
        row.bind(at + 8, from).bind(at + 9, 1).bind(at + 10, "clerk-990000");
      });
}

Result<void> mark(storage::Database& database, std::int64_t from, std::span<std::int64_t const> people) {
  if (database.dialect() == storage::Dialect::sqlite) {
    auto update = database.prepare(
        "UPDATE yearly_standings SET state = 'issued', judged_ms = 1, certificate = $2 "
        "WHERE professional = $1 AND year = 2025");
    for (auto const person : people) CE_CHECK(update.bind(1, person).bind(2, std::to_string(from++)).run());
    return {};
  }
  return storage::insert_rows(
      database, "WITH issued (professional, certificate) AS (", 2, people.size(),
      [&](storage::Statement& row, int at, std::size_t i) {
        row.bind(at, people[i]).bind(at + 1, std::to_string(from + static_cast<std::int64_t>(i)));
      },
      ") UPDATE yearly_standings SET state = 'issued', judged_ms = 1, certificate = issued.certificate "
      "FROM issued WHERE yearly_standings.professional = CAST(issued.professional AS BIGINT) AND "
      "yearly_standings.year = 2025");
}

}  // namespace

Result<void> write_bare_rows(store::Store& store, Province const& province, std::int64_t first,
                             std::int64_t last, std::size_t together) {
  auto const people = by_region(province, first, last);
  for (std::size_t done = 0; done < people.size(); done += together) {
    auto const some = std::span{people}.subspan(done, std::min(together, people.size() - done));
    auto const from = first_number + first + static_cast<std::int64_t>(done);
    auto const written = store.write(
        [&](storage::Database& database) -> Result<void> {
          CE_CHECK(write_verdicts(database, from, some));
          CE_CHECK(write_certificates(database, from, some));
          return mark(database, from, some);
        },
        storage::Isolation::row_locks);
    if (!written) return written;
  }
  return {};
}

}  // namespace ce::bench
