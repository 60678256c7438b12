#include "central/review/step.h"

#include <set>

#include "central/registration/plain_form.h"
#include "central/review/step_rows.h"
#include "central/standings/refresh.h"
#include "central/store/closed_years.h"
#include "central/store/digest.h"
#include "central/store/words.h"

namespace ce::review {
namespace {

Result<std::string> reason_of(Judgement const& judgement) {
  CE_TRY(auto const reason, registration::checked_reason(judgement.reason));
  if (judgement.decision == credit::Decision::resubmit) {
    return Failure{FailureCode::input_invalid, "重新提交不是审核结论"};
  }
  if (reason.empty() && judgement.decision != credit::Decision::approve) {
    return Failure{FailureCode::input_invalid, "退回或不予通过必须写明原因，登记人会看到"};
  }
  return reason;
}

Result<Outcome> step_within(storage::Database& database, rulebook::Rulebook const& rules, Actor const& actor,
                            Judgement const& judgement, Instant now) {
  CE_TRY(auto const reason, reason_of(judgement));
  CE_TRY(auto record, case_of(database, rules, judgement.record));
  // What is none of theirs is told like what does not exist.
  if (!may_see(actor, record) || !is_own_unit(actor, record)) return Failure{FailureCode::record_unknown, {}};
  StepRow row{judgement.record, judgement.version, record.round, {}, {}, reason, {}, now};
  row.step = {actor.party, judgement.decision, actor.level, actor.region, account_for(actor, record)};
  if (record.version != judgement.version) {
    CE_TRY(bool const repeated, was_taken(database, row));
    if (!repeated) return changed_meanwhile();
    return Outcome{record.progress.state, record.version, true, record.professional};
  }
  CE_CHECK(store::check_year_open(database, record.year));
  if (auto const error = credit::advance(record.progress, row.step, record.subject, *record.pack)) {
    return Failure{FailureCode::review_refused, std::string{credit::sentence(*error)}};
  }
  row.state = record.progress.state;
  CE_CHECK(write_step(database, row));
  return Outcome{row.state, row.seen + 1, false, record.professional};
}

bool is_of_the_record(FailureCode code) {
  return code == FailureCode::record_unknown || code == FailureCode::record_changed ||
         code == FailureCode::review_refused || code == FailureCode::input_invalid;
}

// One entry for all: which records, how many, and the hash of what was decided about which record, so that
// the rows of the steps can be held against it.
Result<void> note_batch(storage::Database& database, Actor const& actor,
                        std::span<Judgement const> judgements, std::vector<Result<Outcome>> const& outcomes,
                        Instant now) {
  std::string records;
  std::string steps;
  std::size_t taken = 0;
  std::size_t refused = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    refused += outcomes[i] ? 0U : 1U;
    if (!outcomes[i] || outcomes[i]->repeated) continue;
    ++taken;
    records.append(records.empty() ? "" : " ").append(std::to_string(judgements[i].record));
    steps.append(std::to_string(judgements[i].record))
        .append(" ")
        .append(std::to_string(outcomes[i]->version));
    steps.append(" ").append(store::to_word(store::decision_words, judgements[i].decision)).append("\n");
  }
  if (taken == 0) return {};
  return audit::append(
      database, registration::author_of(actor), audit::Action::review_batch_taken, {"records", records},
      audit::detail({{"taken", taken}, {"refused", refused}, {"steps", store::sha256_hex(steps)}}), now);
}

}  // namespace

Result<Outcome> take_step(store::Store& store, Actor const& actor, Judgement const& judgement, Instant now) {
  Outcome outcome;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(outcome, step_within(database, store.rules(), actor, judgement, now));
    CE_CHECK(standings::refresh_one(database, store.rules(), outcome.professional, now));
    if (outcome.repeated) return {};
    return audit::append(
        database, registration::author_of(actor), audit::Action::review_step_taken,
        {"record", std::to_string(judgement.record)},
        audit::detail({{"decision", store::to_word(store::decision_words, judgement.decision)},
                       {"version", outcome.version},
                       {"state", protocol::word_of(outcome.state)}}),
        now);
  });
  if (!done) return done.failure();
  return outcome;
}

Result<std::vector<Result<Outcome>>> take_steps(store::Store& store, Actor const& actor,
                                                std::span<Judgement const> judgements, Instant now) {
  if (judgements.size() > most_batch) {
    return Failure{FailureCode::input_invalid, "一次最多办理 500 条"};
  }
  std::vector<Result<Outcome>> outcomes;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    outcomes.clear();
    std::set<std::int64_t> people;
    for (auto const& judgement : judgements) {
      auto outcome = step_within(database, store.rules(), actor, judgement, now);
      // What is wrong with one record leaves the others alone; what is wrong with the store ends it all.
      if (!outcome && !is_of_the_record(outcome.failure().code)) return outcome.failure();
      if (outcome) people.insert(outcome->professional);
      outcomes.push_back(std::move(outcome));
    }
    std::vector<std::int64_t> const touched{people.begin(), people.end()};
    CE_TRY([[maybe_unused]] auto const written, standings::refresh(database, store.rules(), touched, now));
    return note_batch(database, actor, judgements, outcomes, now);
  });
  if (!done) return done.failure();
  return outcomes;
}

}  // namespace ce::review
