#include "central/standings/rows.h"

#include <algorithm>

#include "central/store/words.h"
#include "shared/storage/id_list.h"
#include "shared/storage/insert_rows.h"

namespace ce::standings {
namespace {

constexpr std::string_view columns =
    "professional, year, state, issuing_region, complete, public_units, professional_units, mandatory_units, "
    "elective_units, total_units, public_missing, professional_missing, mandatory_missing, elective_missing, "
    "total_missing, reasons, record_versions, judged_ms, certificate, achievement_units, pack";

Figures figures_at(storage::Statement const& row, int first) {
  return {CreditUnits{row.integer(first)}, CreditUnits{row.integer(first + 1)},
          CreditUnits{row.integer(first + 2)}, CreditUnits{row.integer(first + 3)},
          CreditUnits{row.integer(first + 4)}};
}

void bind_figures(storage::Statement& row, int first, Figures const& figures) {
  row.bind(first, figures.public_subject.count).bind(first + 1, figures.professional.count);
  row.bind(first + 2, figures.mandatory.count).bind(first + 3, figures.elective.count);
  row.bind(first + 4, figures.total.count);
}

void bind_row(storage::Statement& row, int first, Standing const& standing) {
  row.bind(first, standing.professional).bind(first + 1, standing.year);
  row.bind(first + 2, store::to_word(state_words, standing.state)).bind(first + 3, standing.issuing_region);
  row.bind(first + 4, standing.complete);
  bind_figures(row, first + 5, standing.done);
  bind_figures(row, first + 10, standing.missing);
  row.bind(first + 15, standing.reasons).bind(first + 16, standing.record_versions);
  row.bind(first + 17, standing.judged.ms);
  row.bind(first + 18, standing.certificate.empty() ? std::nullopt : std::optional{standing.certificate});
  row.bind(first + 19, standing.achievement ? std::optional{standing.achievement->count} : std::nullopt);
  row.bind(first + 20, standing.pack);
}

Result<Standing> read_row(storage::Statement const& row) {
  Standing standing;
  standing.professional = row.integer(0);
  standing.year = static_cast<int>(row.integer(1));
  CE_TRY(standing.state, store::from_word<State>(state_words, row.text(2)));
  standing.issuing_region = row.text(3);
  standing.complete = row.integer(4) != 0;
  standing.done = figures_at(row, 5);
  standing.missing = figures_at(row, 10);
  standing.reasons = row.text(15);
  standing.record_versions = row.integer(16);
  standing.judged = Instant{row.integer(17)};
  standing.certificate = row.text(18);
  if (auto const units = row.optional_integer(19)) standing.achievement = CreditUnits{*units};
  standing.pack = row.text(20);
  return standing;
}

}  // namespace

Result<std::vector<Standing>> standings_of_people(storage::Database& database,
                                                  std::span<std::int64_t const> professionals) {
  auto rows = database.prepare(
      "SELECT " + std::string{columns} + " FROM yearly_standings WHERE professional IN (" +
      storage::parameters(1, storage::padded(professionals.size())) + ") ORDER BY professional, year");
  storage::bind_ids(rows, 1, professionals);
  std::vector<Standing> all;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return all;
    CE_TRY(auto standing, read_row(rows));
    all.push_back(std::move(standing));
  }
}

std::span<Standing const> of_person(std::span<Standing const> standings, std::int64_t professional) {
  auto const before = [](Standing const& row, std::int64_t id) { return row.professional < id; };
  auto const first = std::lower_bound(standings.begin(), standings.end(), professional, before);
  auto const last = std::lower_bound(first, standings.end(), professional + 1, before);
  return {first, last};
}

Result<void> write_standings(storage::Database& database, std::span<Standing const> standings) {
  static std::string const head = "INSERT INTO yearly_standings (" + std::string{columns} + ")";
  constexpr std::string_view upsert =
      " ON CONFLICT (professional, year) DO UPDATE SET state = excluded.state, "
      "issuing_region = excluded.issuing_region, complete = excluded.complete, "
      "public_units = excluded.public_units, professional_units = excluded.professional_units, "
      "mandatory_units = excluded.mandatory_units, elective_units = excluded.elective_units, "
      "total_units = excluded.total_units, public_missing = excluded.public_missing, "
      "professional_missing = excluded.professional_missing, "
      "mandatory_missing = excluded.mandatory_missing, elective_missing = excluded.elective_missing, "
      "total_missing = excluded.total_missing, reasons = excluded.reasons, "
      "record_versions = excluded.record_versions, judged_ms = excluded.judged_ms, "
      "certificate = excluded.certificate, achievement_units = excluded.achievement_units, "
      "pack = excluded.pack";
  return storage::insert_rows(
      database, head, 21, standings.size(),
      [&](storage::Statement& row, int first, std::size_t i) { bind_row(row, first, standings[i]); }, upsert);
}

Result<std::vector<Standing>> standings_of(storage::Database& database, std::int64_t professional) {
  CE_TRY(auto all, standings_of_people(database, {&professional, 1}));
  std::reverse(all.begin(), all.end());
  return all;
}

}  // namespace ce::standings
