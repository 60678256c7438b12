#pragma once

#include <span>

#include "shared/storage/database.h"

namespace ce::cache {

/// The steps of region.db; never edited once shipped, only added to.
[[nodiscard]] std::span<storage::Migration const> region_migrations();

}  // namespace ce::cache
