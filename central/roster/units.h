#pragma once

#include "central/registration/entry.h"
#include "central/roster/permission.h"
#include "central/roster/unit.h"
#include "central/store/store.h"

namespace ce::roster {

using registration::Fault;

/// What is typed about a unit.
struct UnitEntry {
  std::string name;
  std::string region;
  bool provincial = false;    // of employers alone
  std::string industry = {};  // of employers alone: code or name; empty: none yet
};

/// What came of something typed: nothing is written where there are faults, which name their field by its
/// label ("单位名称", "所属地区", "所属行业").
struct Written {
  std::int64_t id = 0;
  std::vector<Fault> faults = {};
};

/// A unit in the state that a clerk saw.
struct SeenUnit {
  UnitKind kind = UnitKind::employer;
  std::int64_t id = 0;
  std::int64_t version = 0;
};

// All fail with role_refused (not this keeper's), storage errors, and but for open_unit() with record_unknown
// (none, or not this keeper's) and record_changed (somebody changed it since). One audit entry each.

[[nodiscard]] Result<Written> open_unit(store::Store& store, accounts::Keeper const& keeper, UnitKind kind,
                                        UnitEntry const& entry, Instant now);
/// Accounts of the unit follow it into another region; people whose certificates another authority issues
/// from now on are judged anew. Records that await an industry authority follow into another industry.
[[nodiscard]] Result<Written> change_unit(store::Store& store, accounts::Keeper const& keeper,
                                          SeenUnit const& seen, UnitEntry const& entry, Instant now);
/// Closing ends the unit's accounts and is refused (input_invalid, Chinese) while people or waiting records
/// depend on it; re-opening gives no account back.
[[nodiscard]] Result<void> set_unit_closed(store::Store& store, accounts::Keeper const& keeper,
                                           SeenUnit const& seen, bool closed, Instant now);
/// Article 4(4): its learning site may register by itself, once it has a key. Taking it back ends that at
/// once.
[[nodiscard]] Result<void> set_approved_online(store::Store& store, accounts::Keeper const& keeper,
                                               SeenUnit const& seen, bool approved, Instant now);

}  // namespace ce::roster
