#include "central/restored/resume.h"

#include <algorithm>
#include <set>
#include <vector>

#include "central/registration/plain_form.h"
#include "central/restored/standing.h"
#include "shared/storage/insert_rows.h"

namespace ce::restored {
namespace {

constexpr std::int64_t last_sequence = 999'999;
constexpr std::int64_t most_skipped = 100'000;

Failure refused(std::string words) {
  return {FailureCode::input_invalid, std::move(words)};
}

Result<void> check_heard(Standing const& standing, bool even_unheard) {
  if (!standing.paused) return refused("issuing is not paused");
  if (standing.unheard.empty() || even_unheard) return {};
  std::string words = "not all has come from:";
  for (auto const& kiosk : standing.unheard) words.append(" ").append(kiosk);
  return refused(words + "; wait, or say --unheard where they never will");
}

/// Years whose numbers may have been given out since the backup.
Result<std::set<std::int64_t>> years_of(storage::Database& database, store::Rulebook const& rules,
                                        Instant now) {
  std::set<std::int64_t> years;
  int const this_year = china_date(now).year();
  if (auto const pack = rules.packs.of_year(this_year))
    years.insert((*pack)->switches.numbering.sequence_per_county_only ? 0 : this_year);
  auto rows = database.prepare("SELECT DISTINCT year FROM number_counters");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return years;
    years.insert(rows.integer(0));
  }
}

struct Counter {
  std::string region;
  std::int64_t year = 0;
  std::int64_t last = 0;
};

/// Every region's counter of those years, made where it is missing, and held.
Result<std::vector<Counter>> hold_counters(storage::Database& database, store::Rulebook const& rules,
                                           std::set<std::int64_t> const& years) {
  std::vector<Counter> wanted;
  for (auto const& region : rules.regions.all()) {
    for (auto const year : years) wanted.push_back({region.code, year, 0});
  }
  std::vector<Counter> held;
  held.reserve(wanted.size());
  CE_CHECK(storage::insert_rows_returning(
      database, "INSERT INTO number_counters (region, year, last_sequence)", 3, wanted.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        row.bind(first, wanted[i].region).bind(first + 1, wanted[i].year).bind(first + 2, std::int64_t{0});
      },
      " ON CONFLICT (region, year) DO UPDATE SET last_sequence = number_counters.last_sequence "
      "RETURNING region, year, last_sequence",
      [&](storage::Statement const& row) -> Result<void> {
        held.push_back({row.text(0), row.integer(1), row.integer(2)});
        return {};
      }));
  return held;
}

Result<void> skip(storage::Database& database, store::Rulebook const& rules, std::int64_t count,
                  Instant now) {
  if (count == 0) return {};
  CE_TRY(auto const years, years_of(database, rules, now));
  CE_TRY(auto counters, hold_counters(database, rules, years));
  std::erase_if(counters, [](Counter const& one) { return one.last >= last_sequence; });
  auto const end_of = [&](Counter const& one) { return std::min(one.last + count, last_sequence); };
  CE_CHECK(storage::insert_rows(
      database, "INSERT INTO lost_numbers (region, year, first_sequence, last_sequence, why, noted_ms)", 6,
      counters.size(), [&](storage::Statement& row, int first, std::size_t i) {
        row.bind(first, counters[i].region).bind(first + 1, counters[i].year);
        row.bind(first + 2, counters[i].last + 1).bind(first + 3, end_of(counters[i]));
        row.bind(first + 4, "skipped").bind(first + 5, now.ms);
      }));
  return database
      .prepare(
          "UPDATE number_counters SET last_sequence = CASE WHEN last_sequence + $1 < $2 THEN last_sequence + "
          "$1 ELSE $2 END")
      .bind(1, count)
      .bind(2, last_sequence)
      .run();
}

}  // namespace

Result<void> resume(store::Store& store, Resumption const& how, audit::Author const& by, Instant now) {
  CE_TRY(auto const reason, registration::checked_reason(how.reason));
  if (reason.empty()) return refused("say why");
  if (how.skip < 0 || how.skip > most_skipped) return refused("--skip is 0 to 100000");
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const before, standing(database));
    CE_CHECK(check_heard(before, how.even_unheard));
    CE_CHECK(skip(database, store.rules(), how.skip, now));
    CE_CHECK(
        database
            .prepare(
                "UPDATE change_epoch SET issuing_paused_ms = NULL, issuing_resumed_why = $1 WHERE id = 1")
            .bind(1, reason)
            .run());
    return audit::append(database, by, audit::Action::issuing_resumed, {"store", {}},
                         audit::detail({{"skipped", how.skip}, {"unheard", before.unheard.size()}}), now);
  });
}

Result<void> record_as(store::Store& store, std::string_view lost, std::string_view as,
                       audit::Author const& by, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT 1 FROM certificates WHERE number = $1 AND revoked_ms IS NULL");
    CE_TRY(bool const in_force, row.bind(1, as).step());
    if (!in_force) return Failure{FailureCode::certificate_unknown, std::string{as} + ": not in force"};
    auto update =
        database.prepare("UPDATE lost_prints SET recorded_as = $2, recorded_ms = $3 WHERE certificate = $1");
    CE_CHECK(update.bind(1, lost).bind(2, as).bind(3, now.ms).run());
    if (database.changes() == 0)
      return Failure{FailureCode::certificate_unknown, std::string{lost} + ": no lost sheet bears it"};
    return audit::append(database, by, audit::Action::lost_certificate_recorded,
                         {"certificate", std::string{lost}}, audit::detail({{"successor", as}}), now);
  });
}

}  // namespace ce::restored
