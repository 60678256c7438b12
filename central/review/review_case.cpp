#include "central/review/review_case.h"

#include <algorithm>

#include "central/store/words.h"
#include "shared/protocol/names.h"

namespace ce::review {
namespace {

constexpr char const* select_case =
    "SELECT professional, version, round, registrar, institution, employer, agency, subject, activity, "
    "route, "
    "review_region, review, COALESCE(credit_year, CAST(SUBSTR(end_day, 1, 4) AS BIGINT), 0), industry, "
    "registrar_party, (SELECT a.unit FROM accounts a WHERE a.id = registrar) "
    "FROM learning_records WHERE id = $1";

Result<void> read_steps(storage::Database& database, ReviewCase& made) {
  auto rows = database.prepare(
      "SELECT party, decision, level, region, actor FROM review_steps WHERE record = $1 AND round = $2 "
      "AND decision <> 'resubmit' ORDER BY version");
  rows.bind(1, made.record).bind(2, made.round);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    auto& step = made.progress.taken.emplace_back();
    CE_TRY(step.party, store::party_from_word(rows.text(0)));
    CE_TRY(step.decision, store::from_word<credit::Decision>(store::decision_words, rows.text(1)));
    CE_TRY(step.level, store::from_word<credit::Level>(store::level_words, rows.text(2)));
    step.region = rows.text(3);
    step.actor = rows.text(4);
  }
}

// Article 13(2) gives an authority the professional subject and nothing else of a person.
bool is_asked(credit::Party party, ReviewCase const& record) {
  auto const chain = record.pack->chain_of(record.subject.subject, record.subject.route);
  return std::find(chain.begin(), chain.end(), party) != chain.end();
}

std::string person_account(std::int64_t professional) {
  return "professional:" + std::to_string(professional);
}

}  // namespace

Result<ReviewCase> case_of(storage::Database& database, rulebook::Rulebook const& rules,
                           std::int64_t record) {
  auto row = database.prepare(select_case);
  CE_TRY(bool const there, row.bind(1, record).step());
  if (!there) return Failure{FailureCode::record_unknown, {}};
  ReviewCase made;
  made.record = record;
  made.professional = row.integer(0);
  made.version = row.integer(1);
  made.round = row.integer(2);
  made.registrar = row.text(3);
  made.institution = row.optional_integer(4);
  made.employer = row.optional_integer(5);
  made.agency = row.optional_integer(6);
  CE_TRY(made.subject.subject, store::from_protocol_word<credit::Subject>(row.text(7)));
  CE_TRY(made.subject.activity, store::from_protocol_word<credit::Activity>(row.text(8)));
  CE_TRY(made.subject.route, store::from_word<credit::Route>(store::route_words, row.text(9)));
  made.subject.region = row.text(10);
  made.subject.person = person_account(made.professional);
  CE_TRY(made.progress.state, store::from_protocol_word<credit::ReviewState>(row.text(11)));
  made.year = static_cast<int>(row.integer(12));
  CE_TRY(made.pack, rules.packs.of_year(made.year));
  made.industry = row.text(13);
  CE_TRY(made.filed_by, store::party_from_word(row.text(14)));
  made.registrar_unit = row.optional_integer(15);
  made.subject.registrar = made.filed_by;
  CE_CHECK(read_steps(database, made));
  return made;
}

bool registered_by(Actor const& actor, ReviewCase const& record) {
  if (!actor.account.empty() && actor.account == record.registrar) return true;
  bool const has_colleagues =
      actor.party == credit::Party::institution || actor.party == credit::Party::employer;
  return has_colleagues && actor.party == record.filed_by && actor.unit &&
         actor.unit == record.registrar_unit;
}

bool may_mend(Actor const& actor, ReviewCase const& record) {
  bool const own = actor.party == credit::Party::person && actor.professional == record.professional;
  return own || (actor.party == record.filed_by && registered_by(actor, record));
}

bool may_see(Actor const& actor, ReviewCase const& record) {
  if (registered_by(actor, record)) return true;
  switch (actor.party) {
    case credit::Party::person:
      return actor.professional == record.professional;
    case credit::Party::institution:
    case credit::Party::system:
      return actor.unit && actor.unit == record.institution;
    case credit::Party::employer:
      return actor.unit && actor.unit == record.employer;
    case credit::Party::talent_agency:
      return actor.unit && actor.unit == record.agency;
    case credit::Party::industry_authority:
      return registration::answers_for(actor, record.industry) && is_asked(actor.party, record) &&
             credit::is_responsible(actor.region, record.subject.region);
    case credit::Party::hrss:
      return credit::is_responsible(actor.region, record.subject.region);
  }
  return false;
}

bool is_own_unit(Actor const& actor, ReviewCase const& record) {
  if (actor.party == credit::Party::employer) return actor.unit && actor.unit == record.employer;
  if (actor.party == credit::Party::talent_agency) return actor.unit && actor.unit == record.agency;
  return true;
}

bool may_act(Actor const& actor, ReviewCase const& record) {
  if (!may_see(actor, record) || !is_own_unit(actor, record)) return false;
  auto progress = record.progress;
  credit::ReviewStep const step{actor.party, credit::Decision::approve, actor.level, actor.region,
                                account_for(actor, record)};
  return !credit::advance(progress, step, record.subject, *record.pack);
}

std::string account_for(Actor const& actor, ReviewCase const& record) {
  bool const own = actor.professional && *actor.professional == record.professional;
  return own ? person_account(record.professional) : actor.account;
}

}  // namespace ce::review
