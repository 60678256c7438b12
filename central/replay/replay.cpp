#include "central/replay/replay.h"

#include "central/replay/evidence.h"
#include "central/store/records.h"
#include "shared/credit/judge.h"

namespace ce::replay {
namespace {

Figures figures_of(credit::Verdict const& verdict) {
  return {verdict.public_subject.done, verdict.professional.done, verdict.professional_mandatory.done,
          verdict.elective.done,       verdict.total.done,        verdict.achievement_credit};
}

credit::Verdict judge_again(Evidence const& evidence, std::vector<issuing::FrozenRecord> const& given,
                            int year) {
  std::vector<credit::Record> records;
  records.reserve(given.size());
  for (auto const& one : given) records.push_back(one.record);
  return credit::judge(records, evidence.pack, evidence.guide, year);
}

/// The records that the verdict rests on as they stand now; notes those that are gone.
Result<std::vector<issuing::FrozenRecord>> stored_records(storage::Database& database,
                                                          Evidence const& evidence,
                                                          std::vector<RecordChange>& changes) {
  std::vector<issuing::FrozenRecord> records;
  for (auto const id : evidence.record_ids) {
    auto const stored = store::record_by_id(database, id);
    if (stored) {
      records.push_back(issuing::frozen(*stored));
    } else if (stored.failure().code == FailureCode::record_unknown) {
      changes.push_back({id, true, {}});
    } else {
      return stored.failure();
    }
  }
  return records;
}

void note_changes(Evidence const& evidence, std::vector<issuing::FrozenRecord> const& now,
                  std::vector<RecordChange>& changes) {
  for (auto const& was : evidence.records) {
    for (auto const& is : now) {
      if (is.id != was.id) continue;
      if (auto change = change_of(was, is)) changes.push_back(std::move(*change));
    }
  }
}

}  // namespace

bool Replay::same() const {
  return again == frozen && complete && changes.empty() && (!from_facts || *from_facts == frozen);
}

Result<Replay> replay(storage::Database& database, rulebook::Rulebook const& rules, std::string_view number) {
  CE_TRY(auto const found, find_evidence(database, rules, number));
  auto const& evidence = found.evidence;
  int const year = found.certificate.year;
  Replay replay;
  replay.certificate = found.certificate;
  replay.pack = evidence.pack.id;
  if (evidence.guide) replay.guide = evidence.guide->professional_mandatory;
  replay.whole = evidence.whole;
  replay.record_ids = evidence.record_ids;
  replay.frozen = evidence.figures;
  CE_TRY(auto const records, stored_records(database, evidence, replay.changes));
  note_changes(evidence, records, replay.changes);
  auto const verdict = judge_again(evidence, records, year);
  replay.again = figures_of(verdict);
  replay.complete = verdict.complete;
  if (evidence.whole) replay.from_facts = figures_of(judge_again(evidence, evidence.records, year));
  return replay;
}

}  // namespace ce::replay
