#pragma once

#include "central/roster/entry_check.h"

/// Private to this room.
namespace ce::roster {

/// Writes a new person; gives the id.
[[nodiscard]] Result<std::int64_t> insert_person(storage::Database& database, CheckedPerson const& checked,
                                                 Instant now);
/// Who hosts the person's file from now on.
[[nodiscard]] Result<void> set_agency(storage::Database& database, std::int64_t person,
                                      std::optional<std::int64_t> agency, Instant now);

}  // namespace ce::roster
