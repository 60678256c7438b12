#include <nlohmann/json.hpp>

#include "central/registration/check.h"
#include "central/registration/proofs.h"
#include "central/review/step.h"
#include "central/review/step_rows.h"
#include "central/standings/refresh.h"
#include "central/store/closed_years.h"
#include "central/store/records.h"
#include "central/store/words.h"
#include "shared/protocol/names.h"

namespace ce::review {
namespace {

// The facts that a correction takes the place of, so that the history shows what the reviewers saw.
std::string facts_text(store::StoredRecord const& old) {
  nlohmann::ordered_json json;
  json["content"] = old.content;
  json["institution"] = old.institution;
  json["subject"] = protocol::word_of(old.record.subject);
  json["activity"] = protocol::word_of(old.record.activity);
  json["mandatory"] = old.record.mandatory;
  json["start"] = registration::day_text(old.record.start);
  json["end"] = registration::day_text(old.record.end);
  if (old.record.hours) json["units"] = old.record.hours->count;
  if (old.record.half_days) json["half_days"] = *old.record.half_days;
  if (old.record.minutes) json["minutes"] = *old.record.minutes;
  if (old.record.credit_year) json["credit_year"] = *old.record.credit_year;
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<void> correct(storage::Database& database, rulebook::Rulebook const& rules, Actor const& actor,
                     ReviewCase& record, registration::Entry const& entry, Instant now) {
  CE_TRY(auto const checked,
         registration::check(database, rules, actor, entry, china_date(now), record.record));
  if (record.subject.activity == credit::Activity::online_approved) {
    return Failure{FailureCode::record_invalid, "网上学习系统登记的记录不能自行修改，可以原样重新提交"};
  }
  if (!checked.faults.empty()) {
    return Failure{FailureCode::record_invalid, registration::sentence(checked.faults)};
  }
  if (checked.professional != record.professional) {
    return Failure{FailureCode::record_invalid,
                   "证件号码：不能改成另一个人；请为其另行登记，这一条可以不再提交。"};
  }
  store::NewRecord facts{record.record, record.professional, checked.institution,
                         entry.content, entry.record,        now};
  if (!facts.institution) facts.host = entry.institution;
  facts.record.review = record.progress.state;
  CE_CHECK(store::replace_facts(database, facts));
  for (auto const& hash : entry.proofs) {
    CE_CHECK(registration::attach_proof(database, record.record, hash, actor.account, now));
  }
  record.subject.subject = entry.record.subject;
  record.subject.activity = entry.record.activity;
  return {};
}

// The person may have changed employer since; the new round goes to today's reviewers.
Result<void> route_anew(storage::Database& database, ReviewCase& record) {
  CE_TRY(auto const way, store::review_route_of(database, record.professional));
  record.subject.route = way.route;
  record.subject.region = way.region;
  auto update = database.prepare(
      "UPDATE learning_records SET route = $2, review_region = $3, employer = $4, agency = $5, industry = $6 "
      "WHERE id = $1");
  update.bind(1, record.record).bind(2, store::to_word(store::route_words, way.route)).bind(3, way.region);
  return update.bind(4, way.employer).bind(5, way.agency).bind(6, way.industry).run();
}

Result<Outcome> resubmit_within(storage::Database& database, rulebook::Rulebook const& rules,
                                Actor const& actor, StepRow row,
                                std::optional<registration::Entry> const& corrected) {
  CE_TRY(auto record, case_of(database, rules, row.record));
  if (!may_mend(actor, record)) return Failure{FailureCode::record_unknown, {}};
  row.round = record.round + 1;
  row.step = {actor.party, credit::Decision::resubmit, actor.level, actor.region, account_for(actor, record)};
  if (record.version != row.seen) {
    CE_TRY(bool const repeated, was_taken(database, row));
    if (!repeated) return changed_meanwhile();
    return Outcome{record.progress.state, record.version, true, record.professional};
  }
  CE_CHECK(store::check_year_open(database, record.year));
  if (record.progress.state != credit::ReviewState::returned) {
    auto const error = credit::advance(record.progress, row.step, record.subject, *record.pack);
    return Failure{FailureCode::review_refused,
                   std::string{credit::sentence(error.value_or(credit::ReviewError::wrong_step))}};
  }
  if (corrected) {
    CE_TRY(auto const old, store::record_by_id(database, record.record));
    row.replaced = facts_text(old);
    CE_CHECK(correct(database, rules, actor, record, *corrected, row.at));
  }
  CE_CHECK(route_anew(database, record));
  if (auto const error = credit::advance(record.progress, row.step, record.subject, *record.pack)) {
    return Failure{FailureCode::review_refused, std::string{credit::sentence(*error)}};
  }
  row.state = record.progress.state;
  CE_CHECK(write_step(database, row));
  return Outcome{row.state, row.seen + 1, false, record.professional};
}

}  // namespace

Result<Outcome> resubmit(store::Store& store, Actor const& actor, std::int64_t record, std::int64_t version,
                         std::optional<registration::Entry> const& corrected, Instant now) {
  Outcome outcome;
  StepRow const row{record, version, 1, {}, {}, {}, {}, now};
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(outcome, resubmit_within(database, store.rules(), actor, row, corrected));
    CE_CHECK(standings::refresh_one(database, store.rules(), outcome.professional, now));
    if (outcome.repeated) return {};
    return audit::append(database, registration::author_of(actor), audit::Action::record_resubmitted,
                         {"record", std::to_string(record)},
                         audit::detail({{"corrected", corrected.has_value()}, {"version", outcome.version}}),
                         now);
  });
  if (!done) return done.failure();
  return outcome;
}

}  // namespace ce::review
