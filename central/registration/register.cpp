#include "central/registration/register.h"

#include <algorithm>
#include <map>

#include "central/registration/proofs.h"
#include "central/standings/refresh.h"
#include "central/store/ids.h"
#include "shared/protocol/names.h"

namespace ce::registration {
namespace {

using Ways = std::map<std::int64_t, store::ReviewRoute>;

Result<credit::ReviewState> first_state(rulebook::Rulebook const& rules, credit::Record const& record,
                                        store::ReviewRoute const& way) {
  CE_TRY(auto const* const pack, rules.packs.of_year(year_of(record)));
  return credit::begin_review({record.subject, record.activity, way.route, way.region, {}}, *pack).state;
}

Result<Ways> ways_of(storage::Database& database, std::span<ToFile const> entries) {
  std::vector<std::int64_t> people;
  people.reserve(entries.size());
  for (auto const& one : entries) people.push_back(one.checked->professional);
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  CE_TRY(auto ways, store::review_routes_of(database, people));
  if (ways.size() != people.size()) return Failure{FailureCode::person_unknown, {}};
  return ways;
}

}  // namespace

Result<std::vector<Registered>> file_records(storage::Database& database, rulebook::Rulebook const& rules,
                                             store::Filing const& filing, std::span<ToFile const> entries,
                                             Instant now) {
  CE_TRY(auto const ways, ways_of(database, entries));
  CE_TRY(auto const ids, store::next_ids(database, store::Numbered::learning_records, entries.size()));
  std::vector<store::NewRecord> records(entries.size());
  std::vector<Registered> registered(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto const& [entry, checked] = entries[i];
    auto& made = records[i];
    made.id = ids.at(i);
    made.professional = checked->professional;
    made.institution = checked->institution;
    made.content = entry->content;
    made.record = entry->record;
    made.created = now;
    made.filing = filing;
    if (!made.institution) made.host = entry->institution;
    CE_TRY(made.record.review, first_state(rules, entry->record, ways.at(made.professional)));
    registered[i] = {made.id, made.record.review, checked->warnings};
  }
  CE_CHECK(store::insert_records(database, records, ways));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (auto const& hash : entries[i].entry->proofs) {
      CE_CHECK(attach_proof(database, ids.at(i), hash, filing.account, now));
    }
  }
  return registered;
}

Result<Registered> file_record(storage::Database& database, rulebook::Rulebook const& rules,
                               store::Filing const& filing, Entry const& entry, Checked const& checked,
                               Instant now) {
  ToFile const one{&entry, &checked};
  CE_TRY(auto made, file_records(database, rules, filing, {&one, 1}, now));
  return std::move(made.front());
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
