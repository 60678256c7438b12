#pragma once

#include <span>
#include <string_view>

#include "shared/storage/database.h"

namespace ce::store {

/// schema() for a server that says this of itself (`SELECT version()`). CockroachDB refuses PostgreSQL's
/// storage parameters and YugabyteDB has no use for them, so lines that begin with /* on postgresql */ are
/// left out there. Private to this room.
[[nodiscard]] std::span<storage::Migration const> server_schema(std::string_view version);

}  // namespace ce::store
