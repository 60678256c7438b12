#include <charconv>

#include "central/roster/listing.h"
#include "central/roster/unit.h"
#include "central/roster/unit_table.h"

namespace ce::roster {
namespace {

std::string select_from(UnitKind kind) {
  std::string text{"SELECT id, name, region, "};
  text += kind == UnitKind::employer      ? "provincial, 0, industry"
          : kind == UnitKind::institution ? "0, approved_online, ''"
                                          : "0, 0, ''";
  return text.append(", version, closed_ms FROM ").append(table_of(kind)).append(" WHERE ");
}

Unit unit_at(UnitKind kind, storage::Statement const& row) {
  Unit unit{kind,
            row.integer(0),
            row.text(1),
            row.text(2),
            row.integer(3) == 1,
            row.integer(4) == 1,
            row.integer(6),
            {},
            row.text(5)};
  if (auto const closed = row.optional_integer(7)) unit.closed = Instant{*closed};
  return unit;
}

Result<std::int64_t> count(storage::Database& database, std::string_view sql, std::int64_t unit) {
  auto row = database.prepare(sql);
  CE_CHECK(row.bind(1, unit).step());
  return row.integer(0);
}

}  // namespace

std::optional<UnitKind> unit_kind_named(std::string_view word) {
  for (std::size_t i = 0; i < unit_kind_words.size(); ++i) {
    if (unit_kind_words.at(i) == word) return static_cast<UnitKind>(i);
  }
  return std::nullopt;
}

accounts::Role role_of(UnitKind kind) {
  constexpr auto roles = std::to_array<accounts::Role>(
      {accounts::Role::employer, accounts::Role::institution, accounts::Role::talent_agency});
  return roles.at(static_cast<std::size_t>(kind));
}

std::string_view table_of(UnitKind kind) {
  constexpr auto tables = std::to_array<std::string_view>({"employers", "institutions", "talent_agencies"});
  return tables.at(static_cast<std::size_t>(kind));
}

std::string place_of(std::string_view region, std::int64_t id) {
  return std::string{region} + '-' + std::to_string(id);
}

Place place_in(std::string_view text) {
  Place place;
  auto const dash = text.find('-');
  if (dash != 6) return place;
  std::from_chars(text.data() + dash + 1, text.data() + text.size(), place.id);
  place.region = text.substr(0, dash);
  return place;
}

std::string like_part(std::string_view typed) {
  std::string pattern{"%"};
  for (char const c : typed) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

Result<std::vector<Unit>> units(storage::Database& database, UnitFilter const& filter) {
  auto rows = database.prepare(select_from(filter.kind) +
                               "region BETWEEN $1 AND $2 AND (region, id) > ($3, $4) AND "
                               "name LIKE $5 ESCAPE '!' ORDER BY region, id LIMIT $6");
  auto const after = place_in(filter.after);
  rows.bind(1, filter.scope.code).bind(2, filter.scope.last()).bind(3, after.region).bind(4, after.id);
  rows.bind(5, like_part(filter.part)).bind(6, filter.most);
  std::vector<Unit> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    found.push_back(unit_at(filter.kind, rows));
  }
}

Result<Unit> unit(storage::Database& database, UnitKind kind, std::int64_t id) {
  auto row = database.prepare(select_from(kind) + "id = $1");
  CE_TRY(bool const there, row.bind(1, id).step());
  if (!there) return Failure{FailureCode::record_unknown, "no such unit"};
  return unit_at(kind, row);
}

Result<Dependants> dependants(storage::Database& database, Unit const& unit) {
  Dependants found;
  if (unit.kind == UnitKind::employer) {
    CE_TRY(found.people,
           count(database, "SELECT COUNT(*) FROM professionals WHERE employer = $1 AND closed_ms IS NULL",
                 unit.id));
    CE_TRY(found.waiting, count(database,
                                "SELECT COUNT(*) FROM learning_records WHERE employer = $1 AND review = "
                                "'pending_employer'",
                                unit.id));
  } else if (unit.kind == UnitKind::talent_agency) {
    CE_TRY(found.people, count(database,
                               "SELECT COUNT(*) FROM hosted_files h JOIN professionals p ON p.id = "
                               "h.professional WHERE h.agency = $1 AND p.closed_ms IS NULL",
                               unit.id));
    CE_TRY(found.waiting, count(database,
                                "SELECT COUNT(*) FROM learning_records WHERE agency = $1 AND review = "
                                "'pending_agency'",
                                unit.id));
  }
  auto row = database.prepare("SELECT COUNT(*) FROM accounts WHERE unit = $1 AND role = $2 AND disabled = 0");
  CE_CHECK(row.bind(1, unit.id).bind(2, accounts::word_of(role_of(unit.kind))).step());
  found.accounts = row.integer(0);
  return found;
}

}  // namespace ce::roster
