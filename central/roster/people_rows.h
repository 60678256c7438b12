#pragma once

#include "central/accounts/permissions.h"
#include "central/roster/entry_check.h"

/// Private to this room.
namespace ce::roster {

/// The person as they are, if this keeper may change them and has seen the latest of them. Fails with
/// role_refused, person_unknown, record_changed.
[[nodiscard]] Result<Person> seen_person(storage::Database& database, accounts::Keeper const& keeper,
                                         SeenPerson const& seen, accounts::Deed deed);

/// The entry about a person in the chain of `region`.
[[nodiscard]] Result<void> note_person(storage::Database& database, accounts::Keeper const& keeper,
                                       std::int64_t id, std::string_view region, audit::Action action,
                                       std::string_view detail, Instant now);

/// Writes a new person; gives the id.
[[nodiscard]] Result<std::int64_t> insert_person(storage::Database& database, CheckedPerson const& checked,
                                                 Instant now);
/// Who hosts the person's file from now on.
[[nodiscard]] Result<void> set_agency(storage::Database& database, std::int64_t person,
                                      std::optional<std::int64_t> agency, Instant now);

}  // namespace ce::roster
