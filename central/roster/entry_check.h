#pragma once

#include "central/roster/people.h"
#include "central/roster/units.h"
#include "central/rulebook/rulebook.h"

/// What is wrong with what was typed. Private to this room.
namespace ce::roster {

/// Brings `entry` into plain form. `own` is the unit that is changed, without id for a new one. Fails with
/// role_refused where the keeper may not keep such a unit.
[[nodiscard]] Result<std::vector<Fault>> check_unit(storage::Database& database,
                                                    rulebook::Rulebook const& rules,
                                                    accounts::Keeper const& keeper, SeenUnit const& own,
                                                    UnitEntry& entry);

/// An entry about a person, as it can be written.
struct CheckedPerson {
  std::string id_number;  // canonical form
  std::string name;
  std::string region;
  std::optional<std::int64_t> employer;
  std::optional<std::int64_t> agency;
  std::string industry;  // code; empty: the employer's
  std::vector<Fault> faults;
};
/// Puts the number of `entry` in its canonical form, or says what is wrong with it; `known` as below.
[[nodiscard]] Result<void> check_number(storage::Database& database, accounts::Keeper const& keeper,
                                        PersonEntry const& entry, Date today, CheckedPerson& checked,
                                        std::optional<std::int64_t>& known);
/// `own` is the person who is changed, nullptr for a new one. Where a number is known already `known` is set
/// to that person.
[[nodiscard]] Result<CheckedPerson> check_person(storage::Database& database, rulebook::Rulebook const& rules,
                                                 accounts::Keeper const& keeper, Person const* own,
                                                 PersonEntry const& entry, Date today,
                                                 std::optional<std::int64_t>& known);

}  // namespace ce::roster
