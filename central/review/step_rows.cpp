#include "central/review/step_rows.h"

#include "central/store/words.h"
#include "shared/protocol/names.h"

namespace ce::review {
namespace {

// Article 13(3): HRSS rechecks at the level of the authority that recognised, so that the level stands beside
// the record for the work lists.
std::string_view level_noted(StepRow const& row) {
  bool const recognised =
      row.step.party == credit::Party::industry_authority && row.step.decision == credit::Decision::approve;
  return recognised ? store::to_word(store::level_words, row.step.level) : std::string_view{};
}

}  // namespace

Result<void> write_step(storage::Database& database, StepRow const& row) {
  auto update = database.prepare(
      "UPDATE learning_records SET review = $3, version = $2 + 1, round = $4, review_level = $5 "
      "WHERE id = $1 AND version = $2");
  update.bind(1, row.record).bind(2, row.seen).bind(3, protocol::word_of(row.state)).bind(4, row.round);
  CE_CHECK(update.bind(5, level_noted(row)).run());
  if (database.changes() != 1) return changed_meanwhile();
  auto insert = database.prepare(
      "INSERT INTO review_steps (record, version, round, party, actor, level, region, decision, reason, "
      "state, "
      "replaced, taken_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");
  insert.bind(1, row.record).bind(2, row.seen + 1).bind(3, row.round);
  insert.bind(4, credit::code_of(row.step.party)).bind(5, row.step.actor);
  insert.bind(6, store::to_word(store::level_words, row.step.level)).bind(7, row.step.region);
  insert.bind(8, store::to_word(store::decision_words, row.step.decision)).bind(9, row.reason);
  insert.bind(10, protocol::word_of(row.state)).bind(11, row.replaced).bind(12, row.at.ms);
  return insert.run();
}

Result<bool> was_taken(storage::Database& database, StepRow const& row) {
  auto found = database.prepare(
      "SELECT 1 FROM review_steps WHERE record = $1 AND version = $2 AND actor = $3 AND party = $4 "
      "AND decision = $5 AND reason = $6");
  found.bind(1, row.record).bind(2, row.seen + 1).bind(3, row.step.actor);
  found.bind(4, credit::code_of(row.step.party));
  found.bind(5, store::to_word(store::decision_words, row.step.decision)).bind(6, row.reason);
  return found.step();
}

Failure changed_meanwhile() {
  return {FailureCode::record_changed,
          "这条记录刚刚被他人处理过，您的这一步没有生效；请刷新后按最新情况办理"};
}

}  // namespace ce::review
