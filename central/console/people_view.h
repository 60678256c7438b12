#pragma once

#include "central/console/typed.h"
#include "central/console/visitor.h"
#include "central/roster/people.h"
#include "central/web/detail_page.h"
#include "central/web/roster_page.h"

namespace ce::console {

/// Who looked for whom, by what ("list", "name", "number"; never what was typed) and how many were found, in
/// the audit chain: before it is shown.
[[nodiscard]] Result<void> note_people_searched(Visitor const& visitor, std::string_view by,
                                                std::size_t found);

/// The persons of the visitor's region: all a page at a time, or those that have the name or number `find`.
[[nodiscard]] Result<web::RosterView> people_shown(Visitor const& visitor, std::string const& find,
                                                   std::string const& after);

/// One person and what may be done about them. Fails with person_unknown for those that are none of the
/// visitor's.
struct PersonShown {
  roster::Person person;
  web::DetailView view;
};
[[nodiscard]] Result<PersonShown> person_shown(Visitor const& visitor, std::int64_t id);

/// The form of a person: a new one, or `own` as it stands; with what was typed, where that came back with
/// faults.
[[nodiscard]] web::FormView person_form(Visitor const& visitor, roster::Person const* own, Typed const* typed,
                                        std::vector<registration::Fault> const& faults);
/// The form by which a number that was typed wrongly is put right; with what was typed, as above.
[[nodiscard]] web::FormView number_form(roster::Person const& own, Typed const* typed,
                                        std::vector<registration::Fault> const& faults);
[[nodiscard]] roster::PersonEntry person_entry_of(Typed const& typed);

}  // namespace ce::console
