#include "central/roster/units.h"

#include "central/accounts/unit_accounts.h"
#include "central/roster/entry_check.h"
#include "central/roster/unit_table.h"
#include "central/standings/refresh.h"
#include "central/store/ids.h"
#include "central/store/records.h"

namespace ce::roster {
namespace {

using accounts::Keeper;
using audit::Action;

store::Numbered numbered(UnitKind kind) {
  constexpr auto all = std::to_array<store::Numbered>(
      {store::Numbered::employers, store::Numbered::institutions, store::Numbered::talent_agencies});
  return all.at(static_cast<std::size_t>(kind));
}

Failure changed_meanwhile() {
  return {FailureCode::record_changed, "changed by somebody else"};
}

// What is not the keeper's to see is told like what is not there.
Result<Unit> seen_unit(storage::Database& database, Keeper const& keeper, SeenUnit const& seen) {
  CE_TRY(auto found, unit(database, seen.kind, seen.id));
  if (!keeps_units(keeper, found.region, false))
    return Failure{FailureCode::record_unknown, "not this keeper's"};
  if (!keeps_units(keeper, found.region, found.provincial))
    return Failure{FailureCode::role_refused, "省直属单位由省人力资源和社会保障厅办理"};
  if (found.version != seen.version) return changed_meanwhile();
  return found;
}

Result<void> note(storage::Database& database, Keeper const& keeper, Unit const& unit, Action action,
                  std::string_view detail, Instant now) {
  return audit::append(database, accounts::author_of(keeper, unit.region), action,
                       {word_of(unit.kind), std::to_string(unit.id)}, detail, now);
}

Result<void> set(storage::Database& database, Unit const& unit, std::string_view column,
                 std::optional<std::int64_t> value) {
  auto update = database.prepare(std::string{"UPDATE "}
                                     .append(table_of(unit.kind))
                                     .append(" SET ")
                                     .append(column)
                                     .append(" = $3, version = version + 1 WHERE id = $1 AND version = $2"));
  CE_CHECK(update.bind(1, unit.id).bind(2, unit.version).bind(3, value).run());
  return database.changes() == 1 ? Result<void>{} : changed_meanwhile();
}

Result<void> insert(storage::Database& database, UnitKind kind, std::int64_t id, UnitEntry const& entry) {
  bool const agency = kind == UnitKind::talent_agency;
  auto row =
      database.prepare(std::string{"INSERT INTO "}
                           .append(table_of(kind))
                           .append(agency                       ? " (id, name, region)"
                                   : kind == UnitKind::employer ? " (id, name, region, provincial, industry)"
                                                                : " (id, name, region, approved_online)")
                           .append(agency                       ? " VALUES ($1, $2, $3)"
                                   : kind == UnitKind::employer ? " VALUES ($1, $2, $3, $4, $5)"
                                                                : " VALUES ($1, $2, $3, $4)"));
  row.bind(1, id).bind(2, entry.name).bind(3, entry.region);
  if (!agency) row.bind(4, entry.provincial);
  if (kind == UnitKind::employer) row.bind(5, entry.industry);
  return row.run();
}

Result<void> update(storage::Database& database, Unit const& unit, UnitEntry const& entry) {
  bool const employer = unit.kind == UnitKind::employer;
  auto row = database.prepare(std::string{"UPDATE "}
                                  .append(table_of(unit.kind))
                                  .append(" SET name = $3, region = $4, ")
                                  .append(employer ? "provincial = $5, industry = $6, " : "")
                                  .append("version = version + 1 WHERE id = $1 AND version = $2"));
  row.bind(1, unit.id).bind(2, unit.version).bind(3, entry.name).bind(4, entry.region);
  if (employer) row.bind(5, entry.provincial).bind(6, entry.industry);
  CE_CHECK(row.run());
  return database.changes() == 1 ? Result<void>{} : changed_meanwhile();
}

Result<std::vector<std::int64_t>> people_of(storage::Database& database, Unit const& unit) {
  std::vector<std::int64_t> ids;
  if (unit.kind == UnitKind::institution) return ids;
  auto rows = database.prepare(unit.kind == UnitKind::employer
                                   ? "SELECT id FROM professionals WHERE employer = $1 ORDER BY id"
                                   : "SELECT professional FROM hosted_files WHERE agency = $1 ORDER BY 1");
  rows.bind(1, unit.id);
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return ids;
    ids.push_back(rows.integer(0));
  }
}

// An account of a provincial unit is the province's, wherever that stands.
std::string region_of_accounts(UnitEntry const& entry) {
  return entry.provincial ? std::string{province} : entry.region;
}

/// Whom the change concerns besides the unit itself.
Result<void> follow(storage::Database& database, rulebook::Rulebook const& rules, Unit const& before,
                    UnitEntry const& entry, Instant now) {
  if (before.industry != entry.industry) CE_CHECK(store::follow_employer_industry(database, before.id));
  bool const moved = before.region != entry.region || before.provincial != entry.provincial;
  if (!moved) return {};
  CE_CHECK(accounts::move_accounts_of(database, role_of(before.kind), before.id, region_of_accounts(entry)));
  CE_TRY(auto const people, people_of(database, before));
  CE_TRY([[maybe_unused]] auto const judged, standings::refresh(database, rules, people, now));
  return {};
}

std::string refusal_of(Dependants const& left) {
  if (left.people > 0) {
    return "还有 " + std::to_string(left.people) +
           " 名专业技术人员属于该单位，请先在“人员”中办理转出或停止登记";
  }
  return "还有 " + std::to_string(left.waiting) + " 条学习记录等待该单位审核，请先办理";
}

}  // namespace

Result<Written> open_unit(store::Store& store, Keeper const& keeper, UnitKind kind, UnitEntry const& typed,
                          Instant now) {
  Written written;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    written = {};
    auto entry = typed;
    CE_TRY(written.faults, check_unit(database, store.rules(), keeper, {kind, 0, 0}, entry));
    if (!written.faults.empty()) return {};
    CE_TRY(written.id, store::next_id(database, numbered(kind)));
    CE_CHECK(insert(database, kind, written.id, entry));
    return note(database, keeper, {kind, written.id, {}, entry.region}, Action::unit_opened,
                audit::detail({{"provincial", entry.provincial}, {"industry", entry.industry}}), now);
  });
  if (!done) return done.failure();
  return written;
}

Result<Written> change_unit(store::Store& store, Keeper const& keeper, SeenUnit const& seen,
                            UnitEntry const& typed, Instant now) {
  Written written{.id = seen.id};
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const before, seen_unit(database, keeper, seen));
    auto entry = typed;
    CE_TRY(written.faults, check_unit(database, store.rules(), keeper, seen, entry));
    if (!written.faults.empty()) return {};
    CE_CHECK(update(database, before, entry));
    CE_CHECK(follow(database, store.rules(), before, entry, now));
    return note(database, keeper, before, Action::unit_changed,
                audit::detail({{"name", before.name != entry.name},
                               {"region", entry.region},
                               {"provincial", entry.provincial},
                               {"industry", entry.industry}}),
                now);
  });
  if (!done) return done.failure();
  return written;
}

Result<void> set_unit_closed(store::Store& store, Keeper const& keeper, SeenUnit const& seen, bool closed,
                             Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const unit, seen_unit(database, keeper, seen));
    if (unit.closed.has_value() == closed) return changed_meanwhile();
    std::int64_t ended = 0;
    if (closed) {
      CE_TRY(auto const left, dependants(database, unit));
      if (left.people + left.waiting > 0) return Failure{FailureCode::input_invalid, refusal_of(left)};
      CE_TRY(ended, accounts::disable_accounts_of(database, role_of(unit.kind), unit.id));
    }
    CE_CHECK(set(database, unit, "closed_ms", closed ? std::optional{now.ms} : std::nullopt));
    return note(database, keeper, unit, closed ? Action::unit_closed : Action::unit_reopened,
                audit::detail({{"accounts", ended}}), now);
  });
}

Result<void> set_approved_online(store::Store& store, Keeper const& keeper, SeenUnit const& seen,
                                 bool approved, Instant now) {
  if (!approves_online(keeper) || seen.kind != UnitKind::institution)
    return Failure{FailureCode::role_refused, "网上学习系统由省人力资源和社会保障厅审定（第四条第四项）"};
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const unit, seen_unit(database, keeper, seen));
    if (unit.approved_online == approved) return changed_meanwhile();
    if (unit.closed) return Failure{FailureCode::input_invalid, "该机构已停用，请先恢复"};
    CE_CHECK(set(database, unit, "approved_online", approved ? 1 : 0));
    return note(database, keeper, unit, approved ? Action::site_approved : Action::site_approval_withdrawn,
                audit::detail({}), now);
  });
}

}  // namespace ce::roster
