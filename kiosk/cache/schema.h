#pragma once

#include <span>

#include "shared/storage/database.h"

namespace ce::cache {

/// The steps of cache.db; never edited once shipped, only added to.
[[nodiscard]] std::span<storage::Migration const> migrations();

}  // namespace ce::cache
