#pragma once

#include <span>

#include "shared/storage/database.h"

namespace ce::store {

/// The tables of central, step by step; a step that has been released is never changed. Text that PostgreSQL
/// takes too: enumerations are the words of the protocol, days ISO text, instants int64 ms UTC, yes and no 1
/// and 0.
[[nodiscard]] std::span<storage::Migration const> schema();

}  // namespace ce::store
