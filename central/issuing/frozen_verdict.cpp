#include "central/issuing/frozen_verdict.h"

#include <map>

#include "central/issuing/record_facts.h"
#include "central/issuing/verdict_lines.h"
#include "central/store/digest.h"
#include "central/store/ids.h"
#include "shared/credit/counting.h"
#include "shared/credit/switches.h"

namespace ce::issuing {
namespace {

std::string text_of(credit::Switches const& switches) {
  std::string text;
  for (auto const& setting : credit::settings_of(switches)) text += setting.name + "=" + setting.value + "\n";
  return text;
}

/// Of some thousand bytes, the same each time: hashed anew only where they are others.
std::string const& digest_of(std::string const& pack_text) {
  thread_local std::map<std::string, std::string> known;
  auto& digest = known[pack_text];
  if (digest.empty()) digest = store::sha256_hex(pack_text);
  return digest;
}

/// Pack and switches are the same for thousands of certificates, hence a row of their own.
Result<std::int64_t> new_reading(storage::Database& database, credit::RulePack const& pack) {
  CE_TRY(auto const id, store::next_id(database, store::Numbered::rule_readings));
  // Two that freeze a pack for the first time at once: the second waits and gets the first one's row.
  auto row = database.prepare(
      "INSERT INTO rule_readings (id, pack, switches) VALUES ($1, $2, $3) "
      "ON CONFLICT (pack, switches) DO UPDATE SET pack = excluded.pack RETURNING id");
  CE_CHECK(row.bind(1, id).bind(2, pack.id).bind(3, text_of(pack.switches)).step());
  auto const kept = row.integer(0);
  CE_CHECK(row.run());  // to its end: a statement with rows to give holds a commit up
  return kept;
}

// Whether the verdict rests on the record: it counted, filled a gap that others had filled, or made the
// surplus that is carried over.
bool bears(store::StoredRecord const& stored, credit::Counted const& counted,
           credit::Switches const& switches) {
  if (counted.units.count > 0) return true;
  if (credit::fills_gap(stored.record.activity) && counted.notes.empty()) return true;
  return switches.carry_over && counted.notes.contains(credit::Note::other_year);
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
Result<std::string> keep_pack(storage::Database& database, std::string const& text) {
  auto digest = digest_of(text);
  CE_CHECK(database
               .prepare("INSERT INTO frozen_packs (digest, pack) VALUES ($1, $2) "
                        "ON CONFLICT (digest) DO NOTHING")
               .bind(1, digest)
               .bind(2, text)
               .run_later());
  return digest;
}

void bind_verdict(storage::Statement& row, int at, std::int64_t id, Reading const& reading,
                  FrozenVerdict const& frozen) {
  row.bind(at, id).bind(at + 1, frozen.professional).bind(at + 2, frozen.year).bind(at + 3, reading.id);
  row.bind(at + 4, frozen.guide_units).bind(at + 5, frozen.public_units);
  row.bind(at + 6, frozen.professional_units).bind(at + 7, frozen.mandatory_units);
  row.bind(at + 8, frozen.elective_units).bind(at + 9, frozen.total_units);
  row.bind(at + 10, frozen.achievement_units).bind(at + 11, frozen.record_ids);
  row.bind(at + 12, frozen.judged.ms).bind(at + 13, reading.pack_digest).bind(at + 14, frozen.record_facts);
}

}  // namespace

FrozenVerdict frozen_verdict(Evidence const& evidence) {
  auto const& verdict = evidence.verdict;
  auto const guide = evidence.pack.guide_of(verdict.year);
  auto bearing = bearing_records(evidence);
  FrozenVerdict frozen;
  frozen.professional = evidence.professional;
  frozen.year = verdict.year;
  if (guide) frozen.guide_units = guide->professional_mandatory.count;
  frozen.public_units = verdict.public_subject.done.count;
  frozen.professional_units = verdict.professional.done.count;
  frozen.mandatory_units = verdict.professional_mandatory.done.count;
  frozen.elective_units = verdict.elective.done.count;
  frozen.total_units = verdict.total.done.count;
  frozen.achievement_units = verdict.achievement_credit.count;
  frozen.record_ids = std::move(bearing.ids);
  frozen.record_facts = std::move(bearing.facts);
  frozen.judged = evidence.judged;
  return frozen;
}

storage::Statement ask_reading(storage::Database& database, credit::PackShelf const& packs,
                               credit::RulePack const& pack) {
  auto known = database.prepare(
      "SELECT r.id, p.digest FROM rule_readings r LEFT JOIN frozen_packs p ON p.digest = $3 "
      "WHERE r.pack = $1 AND r.switches = $2");
  known.bind(1, pack.id).bind(2, text_of(pack.switches));
  known.bind(3, digest_of(packs.text_of(pack))).ask();
  return known;
}

Result<Reading> keep_reading(storage::Database& database, storage::Statement asked,
                             credit::PackShelf const& packs, credit::RulePack const& pack) {
  Reading reading;
  CE_TRY(bool const there, asked.step());
  if (there && !asked.is_null(1)) return Reading{asked.integer(0), asked.text(1)};
  if (there) {
    reading.id = asked.integer(0);
  } else {
    CE_TRY(reading.id, new_reading(database, pack));
  }
  CE_TRY(reading.pack_digest, keep_pack(database, packs.text_of(pack)));
  return reading;
}

Result<void> keep_verdicts(storage::Database& database, Reading const& reading, std::int64_t id,
                           std::span<FrozenVerdict const* const> verdicts) {
  std::string others;
  for (auto const* const one : verdicts.subspan(1)) add_verdict_lines(others, *one);
  auto insert = database.prepare(
      "INSERT INTO yearly_verdicts (id, professional, year, reading, guide_units, public_units, "
      "professional_units, mandatory_units, elective_units, total_units, achievement_units, record_ids, "
      "judged_ms, frozen_pack, record_facts, others) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)");
  bind_verdict(insert, 1, id, reading, *verdicts.front());
  if (others.empty()) {
    insert.bind_null(16);
  } else {
    insert.bind(16, others);
  }
  return insert.run_later();
}

}  // namespace ce::issuing
