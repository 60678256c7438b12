#include "central/issuing/candidates.h"

#include <algorithm>

#include "central/standings/judging.h"
#include "central/store/people.h"

namespace ce::issuing {
namespace {

/// What is kept of the year, and the certificate in force.
struct Present {
  std::int64_t professional = 0;
  std::optional<std::int64_t> record_versions;  // of the standing
  std::string issuing_region;                   // of the standing
  std::string in_force;
};

// What is in force is looked up for each: of a join PostgreSQL would make a reading of the whole table, if it
// was small when the statement was planned, and go on so while it grows.
constexpr std::string_view present_here =
    "SELECT p.id, s.record_versions, COALESCE(s.issuing_region, ''), (SELECT c.number FROM certificates c "
    "WHERE c.professional = p.id AND c.year = $1 AND c.revoked_ms IS NULL) FROM professionals p "
    "LEFT JOIN yearly_standings s ON s.professional = p.id AND s.year = $1 WHERE p.id";
constexpr std::string_view present_ahead =
    "SELECT s.professional, s.record_versions, s.issuing_region, s.certificate FROM yearly_standings s "
    "WHERE s.year = $1 AND s.professional";

storage::Statement ask_present(storage::Database& database, int year,
                               std::span<std::int64_t const> professionals, Judged judged) {
  std::string const select{judged == Judged::ahead ? present_ahead : present_here};
  auto rows = database.prepare(
      select + " IN (" + storage::parameters(2, storage::padded(professionals.size())) + ") ORDER BY 1");
  rows.bind(1, year);
  storage::bind_ids(rows, 2, professionals);
  rows.ask();
  return rows;
}

Result<std::vector<Present>> read_present(storage::Statement rows) {
  std::vector<Present> all;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return all;
    all.push_back({rows.integer(0), rows.optional_integer(1), rows.text(2), rows.text(3)});
  }
}

void judge(Candidate& candidate, credit::RulePack const& pack, int year, store::PersonRecords const& records,
           Instant now) {
  standings::Judging judging{records};
  auto const& verdict = judging.judge(pack, year);
  candidate.record_versions = records.versions;
  if (verdict.complete) {
    candidate.verdict = frozen_verdict({candidate.professional, pack, verdict, records.records, now});
  } else {
    candidate.missing = standings::standing_by(verdict).reasons;
  }
}

}  // namespace

Result<std::vector<Candidate>> candidates(storage::Database& database, rulebook::Rulebook const& rules,
                                          int year, std::span<std::int64_t const> professionals, Instant now,
                                          Judged judged) {
  static store::PersonRecords const none;
  CE_TRY(auto const* const pack, rules.packs.of_year(year));
  auto people_asked = store::ask_belongings(database, professionals);
  auto standing_asked = ask_present(database, year, professionals, judged);
  auto records_asked = store::ask_records_of_people(database, professionals);
  CE_TRY(auto const people, store::read_belongings(std::move(people_asked)));
  CE_TRY(auto const standing, read_present(std::move(standing_asked)));
  CE_TRY(auto const records, store::read_records_of_people(std::move(records_asked)));
  std::vector<Candidate> all;
  all.reserve(people.size());
  for (auto const& person : people) {
    auto& candidate = all.emplace_back();
    candidate.professional = person.professional;
    candidate.ahead = judged == Judged::ahead;
    candidate.name = person.name;
    candidate.region = person.region;
    candidate.issuing_region = rules.regions.issuing_code(person.issuing_region, china_date(now).year());
    auto const* const theirs = store::of_person(records, person.professional);
    judge(candidate, *pack, year, theirs == nullptr ? none : *theirs, now);
    if (auto const* const found = store::of_person(standing, person.professional)) {
      candidate.in_force = found->in_force;
      candidate.standing_holds = found->record_versions == candidate.record_versions &&
                                 found->issuing_region == candidate.issuing_region;
    }
  }
  return all;
}

}  // namespace ce::issuing
