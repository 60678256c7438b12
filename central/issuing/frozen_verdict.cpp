#include "central/issuing/frozen_verdict.h"

#include "central/store/ids.h"
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

std::string counted_ids(Evidence const& evidence) {
  std::string ids;
  for (std::size_t i = 0; i < evidence.records.size(); ++i) {
    auto const activity = evidence.records[i].record.activity;
    bool const fills_gap = activity == credit::Activity::achievement || activity == credit::Activity::degree;
    auto const& counted = evidence.verdict.counted[i];
    if (counted.units.count == 0 && !(fills_gap && counted.notes.empty())) continue;
    if (!ids.empty()) ids += ' ';
    ids += std::to_string(evidence.records[i].id);
  }
  return ids;
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
  insert.bind(12, counted_ids(evidence)).bind(13, evidence.judged.ms);
  CE_CHECK(insert.run());
  return id;
}

}  // namespace ce::issuing
