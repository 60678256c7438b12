#pragma once

#include "central/console/typed.h"
#include "central/console/visitor.h"
#include "central/roster/units.h"
#include "central/web/detail_page.h"
#include "central/web/roster_page.h"

namespace ce::console {

/// What the list of units is asked for.
struct UnitsAsked {
  roster::UnitKind kind = roster::UnitKind::employer;
  std::string part = {};   // of the name
  std::string after = {};  // the last one of the page before
};
/// The units of one kind that the visitor keeps, a page by key.
[[nodiscard]] Result<web::RosterView> units_shown(Visitor const& visitor, UnitsAsked const& asked);

/// One unit, what depends on it and what may be done about it. Fails with record_unknown for those that are
/// none of the visitor's.
struct UnitShown {
  roster::Unit unit;
  bool kept = false;  // the visitor may change it
  web::DetailView view;
};
[[nodiscard]] Result<UnitShown> unit_shown(Visitor const& visitor, roster::UnitKind kind, std::int64_t id);

/// The form of a unit: a new one, or `own` as it stands; with what was typed, where that came back with
/// faults.
[[nodiscard]] web::FormView unit_form(Visitor const& visitor, roster::UnitKind kind, roster::Unit const* own,
                                      Typed const* typed, std::vector<registration::Fault> const& faults);
[[nodiscard]] roster::UnitEntry unit_entry(Typed const& typed);

[[nodiscard]] std::string address_of(roster::UnitKind kind, std::int64_t id);
[[nodiscard]] std::string chinese_of(roster::UnitKind kind);

}  // namespace ce::console
