#include "central/registration/register.h"

#include "central/registration/proofs.h"
#include "central/standings/refresh.h"
#include "central/store/ids.h"
#include "shared/protocol/names.h"

namespace ce::registration {
namespace {

Result<credit::ReviewState> first_state(storage::Database& database, rulebook::Rulebook const& rules,
                                        credit::Record const& record, std::int64_t professional) {
  CE_TRY(auto const way, store::review_route_of(database, professional));
  CE_TRY(auto const* const pack, rules.packs.of_year(year_of(record)));
  return credit::begin_review({record.subject, record.activity, way.route, way.region, {}}, *pack).state;
}

}  // namespace

Result<Registered> file_record(storage::Database& database, rulebook::Rulebook const& rules,
                               store::Filing const& filing, Entry const& entry, Checked const& checked,
                               Instant now) {
  store::NewRecord made;
  CE_TRY(made.id, store::next_id(database, store::Numbered::learning_records));
  made.professional = checked.professional;
  made.institution = checked.institution;
  made.content = entry.content;
  made.record = entry.record;
  made.created = now;
  made.filing = filing;
  if (!made.institution) made.host = entry.institution;
  CE_TRY(made.record.review, first_state(database, rules, entry.record, checked.professional));
  CE_CHECK(store::insert_record(database, made));
  for (auto const& hash : entry.proofs) {
    CE_CHECK(attach_proof(database, made.id, hash, filing.account, now));
  }
  return Registered{made.id, made.record.review, checked.warnings};
}

Result<Registered> register_record(store::Store& store, Actor const& actor, Entry const& entry, Instant now) {
  Registered registered;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const checked, check(database, store.rules(), actor, entry, china_date(now)));
    if (!checked.faults.empty()) return Failure{FailureCode::record_invalid, sentence(checked.faults)};
    store::Filing const filing{store::Channel::single, actor.party, actor.account};
    CE_TRY(registered, file_record(database, store.rules(), filing, entry, checked, now));
    CE_CHECK(standings::refresh_one(database, store.rules(), checked.professional, now));
    return audit::append(database, author_of(actor), audit::Action::record_registered,
                         {"record", std::to_string(registered.record)},
                         audit::detail({{"state", protocol::word_of(registered.state)}}), now);
  });
  if (!done) return done.failure();
  return registered;
}

}  // namespace ce::registration
