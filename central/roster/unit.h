#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/accounts/role.h"
#include "central/store/person_facts.h"
#include "shared/base/clock.h"

namespace ce::roster {

using store::UnitKind;

inline constexpr auto unit_kind_words =
    std::to_array<std::string_view>({"employer", "institution", "talent_agency"});
[[nodiscard]] constexpr std::string_view word_of(UnitKind kind) {
  return unit_kind_words[static_cast<std::size_t>(kind)];
}
[[nodiscard]] std::optional<UnitKind> unit_kind_named(std::string_view word);
/// Whose accounts belong to such a unit.
[[nodiscard]] accounts::Role role_of(UnitKind kind);

/// An employer, institution or talent agency as it stands.
struct Unit {
  UnitKind kind = UnitKind::employer;
  std::int64_t id = 0;
  std::string name;
  std::string region;            // six digits
  bool provincial = false;       // 省直属单位, of an employer
  bool approved_online = false;  // article 4(4), of an institution
  std::int64_t version = 1;
  std::optional<Instant> closed = {};
  std::string industry = {};  // of an employer: code of rulebook::Industries; empty: none yet
};

struct UnitFilter {
  UnitKind kind = UnitKind::employer;
  store::RegionScope scope;
  std::string part = {};   // of the name
  std::string after = {};  // place_of() the last one had: the next page
  int most = 50;
};

/// By region and id.
[[nodiscard]] Result<std::vector<Unit>> units(storage::Database& database, UnitFilter const& filter);
/// Where a unit stands in the list: "440106-12".
[[nodiscard]] std::string place_of(std::string_view region, std::int64_t id);
/// Fails with record_unknown.
[[nodiscard]] Result<Unit> unit(storage::Database& database, UnitKind kind, std::int64_t id);

/// What depends on a unit.
struct Dependants {
  std::int64_t people = 0;    // who work there, or whose files it hosts, and are not closed
  std::int64_t waiting = 0;   // records that wait for its review
  std::int64_t accounts = 0;  // in use
};
[[nodiscard]] Result<Dependants> dependants(storage::Database& database, Unit const& unit);

}  // namespace ce::roster
