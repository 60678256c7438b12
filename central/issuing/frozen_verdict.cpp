#include "central/issuing/frozen_verdict.h"

#include "central/issuing/record_facts.h"
#include "central/store/digest.h"
#include "central/store/ids.h"
#include "shared/credit/counting.h"
#include "shared/credit/pack_file.h"
#include "shared/credit/switches.h"

namespace ce::issuing {
namespace {

std::string text_of(credit::Switches const& switches) {
  std::string text;
  for (auto const& setting : credit::settings_of(switches)) text += setting.name + "=" + setting.value + "\n";
  return text;
}

/// Pack and switches are the same for thousands of certificates, hence a row of their own.
Result<std::int64_t> reading_id(storage::Database& database, credit::RulePack const& pack) {
  auto const switches = text_of(pack.switches);
  auto known = database.prepare("SELECT id FROM rule_readings WHERE pack = $1 AND switches = $2");
  CE_TRY(bool const there, known.bind(1, pack.id).bind(2, switches).step());
  if (there) return known.integer(0);
  CE_TRY(auto const id, store::next_id(database, store::Numbered::rule_readings));
  CE_CHECK(database.prepare("INSERT INTO rule_readings (id, pack, switches) VALUES ($1, $2, $3)")
               .bind(1, id)
               .bind(2, pack.id)
               .bind(3, switches)
               .run());
  return id;
}

// Whether the verdict rests on the record: it counted, filled a gap that others had filled, or made the
// surplus that is carried over.
bool bears(store::StoredRecord const& stored, credit::Counted const& counted,
           credit::Switches const& switches) {
  if (counted.units.count > 0) return true;
  if (credit::fills_gap(stored.record.activity) && counted.notes.empty()) return true;
  return switches.carry_over && !counted.notes.empty() && counted.notes.front() == credit::Note::other_year;
}

struct Bearing {
  std::string ids;    // "12 13"
  std::string facts;  // a line each
};

Bearing bearing_records(Evidence const& evidence) {
  Bearing bearing;
  for (std::size_t i = 0; i < evidence.records.size(); ++i) {
    auto const& stored = evidence.records[i];
    if (!bears(stored, evidence.verdict.counted[i], evidence.pack.switches)) continue;
    if (!bearing.ids.empty()) bearing.ids += ' ';
    bearing.ids += std::to_string(stored.id);
    bearing.facts += facts_line(frozen(stored)) + '\n';
  }
  return bearing;
}

// The whole pack, so that a later change of its file changes nothing here.
Result<void> keep_evidence(storage::Database& database, std::int64_t verdict, credit::RulePack const& pack,
                           std::string const& facts) {
  auto const text = credit::pack_text(pack);
  auto const digest = store::sha256_hex(text);
  CE_CHECK(database
               .prepare("INSERT INTO frozen_packs (digest, pack) VALUES ($1, $2) "
                        "ON CONFLICT (digest) DO NOTHING")
               .bind(1, digest)
               .bind(2, text)
               .run());
  return database.prepare("INSERT INTO frozen_evidence (verdict, pack, records) VALUES ($1, $2, $3)")
      .bind(1, verdict)
      .bind(2, digest)
      .bind(3, facts)
      .run();
}

}  // namespace

Result<std::int64_t> freeze(storage::Database& database, Evidence const& evidence) {
  auto const& verdict = evidence.verdict;
  CE_TRY(auto const reading, reading_id(database, evidence.pack));
  CE_TRY(auto const id, store::next_id(database, store::Numbered::yearly_verdicts));
  auto const guide = evidence.pack.guide_of(verdict.year);
  auto insert = database.prepare(
      "INSERT INTO yearly_verdicts (id, professional, year, reading, guide_units, public_units, "
      "professional_units, mandatory_units, elective_units, total_units, achievement_units, record_ids, "
      "judged_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
  insert.bind(1, id).bind(2, evidence.professional).bind(3, verdict.year).bind(4, reading);
  insert.bind(5, guide ? std::optional{guide->professional_mandatory.count} : std::nullopt);
  insert.bind(6, verdict.public_subject.done.count).bind(7, verdict.professional.done.count);
  insert.bind(8, verdict.professional_mandatory.done.count).bind(9, verdict.elective.done.count);
  insert.bind(10, verdict.total.done.count).bind(11, verdict.achievement_credit.count);
  auto const bearing = bearing_records(evidence);
  insert.bind(12, bearing.ids).bind(13, evidence.judged.ms);
  CE_CHECK(insert.run());
  CE_CHECK(keep_evidence(database, id, evidence.pack, bearing.facts));
  return id;
}

}  // namespace ce::issuing
