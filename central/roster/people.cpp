#include "central/roster/people.h"

#include "central/changes/touch.h"
#include "central/roster/people_rows.h"
#include "central/standings/refresh.h"
#include "central/store/records.h"

namespace ce::roster {
namespace {

using accounts::Keeper;
using audit::Action;

Failure person_changed() {
  return {FailureCode::record_changed, "changed by somebody else"};
}

Result<void> hrss_alone(Keeper const& keeper) {
  if (keeper.role == accounts::Role::hrss) return {};
  return Failure{FailureCode::role_refused, "人员信息由人力资源和社会保障部门办理"};
}

Result<void> update_person(storage::Database& database, Person const& before, CheckedPerson const& checked,
                           Instant now) {
  auto row = database.prepare(
      "UPDATE professionals SET name = $3, region = $4, employer = $5, industry = $6, version = version + 1 "
      "WHERE id = $1 AND version = $2");
  row.bind(1, before.id).bind(2, before.version).bind(3, checked.name).bind(4, checked.region);
  CE_CHECK(row.bind(5, checked.employer).bind(6, checked.industry).run());
  if (database.changes() != 1) return person_changed();
  if (before.industry != checked.industry) CE_CHECK(store::follow_person_industry(database, before.id));
  return set_agency(database, before.id, checked.agency, now);
}

}  // namespace

Result<Written> open_person(store::Store& store, Keeper const& keeper, PersonEntry const& entry,
                            Instant now) {
  CE_CHECK(hrss_alone(keeper));
  Written written;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    written = {};
    std::optional<std::int64_t> known;
    CE_TRY(auto const checked,
           check_person(database, store.rules(), keeper, nullptr, entry, china_date(now), known));
    written.faults = checked.faults;
    if (!written.faults.empty()) return {};
    CE_TRY(written.id, insert_person(database, checked, now));
    CE_CHECK(changes::persons_changed(database, std::span{&written.id, 1}));
    return note_person(database, keeper, written.id, checked.region, Action::person_opened, audit::detail({}),
                       now);
  });
  if (!done) return done.failure();
  return written;
}

Result<Written> change_person(store::Store& store, Keeper const& keeper, SeenPerson const& seen,
                              PersonEntry const& entry, Instant now) {
  Written written{.id = seen.id};
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const before, seen_person(database, keeper, seen, accounts::Deed::keep_people));
    std::optional<std::int64_t> known;
    CE_TRY(auto const checked,
           check_person(database, store.rules(), keeper, &before, entry, china_date(now), known));
    written.faults = checked.faults;
    if (!written.faults.empty()) return {};
    CE_CHECK(update_person(database, before, checked, now));
    CE_CHECK(standings::refresh_one(database, store.rules(), seen.id, now));
    bool const moved = before.region != checked.region;
    CE_CHECK(changes::persons_changed(database, std::span{&seen.id, 1},
                                      moved ? std::string_view{before.region} : std::string_view{}));
    return note_person(database, keeper, seen.id, before.region, Action::person_changed,
                       audit::detail({{"name", before.name.reveal() != checked.name},
                                      {"region", checked.region},
                                      {"employer", before.employer != checked.employer},
                                      {"industry", checked.industry}}),
                       now);
  });
  if (!done) return done.failure();
  return written;
}

Result<void> set_person_closed(store::Store& store, Keeper const& keeper, SeenPerson const& seen, bool closed,
                               Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const before, seen_person(database, keeper, seen, accounts::Deed::keep_people));
    if (before.closed.has_value() == closed) return person_changed();
    auto row = database.prepare(
        "UPDATE professionals SET closed_ms = $3, version = version + 1 WHERE id = $1 AND version = $2");
    row.bind(1, before.id).bind(2, before.version);
    CE_CHECK(row.bind(3, closed ? std::optional{now.ms} : std::nullopt).run());
    if (database.changes() != 1) return person_changed();
    return note_person(database, keeper, before.id, before.region,
                       closed ? Action::person_closed : Action::person_reopened, audit::detail({}), now);
  });
}

}  // namespace ce::roster
