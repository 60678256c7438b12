#pragma once

#include <span>

#include "shared/storage/database.h"

namespace ce::journal {

/// The steps of journal.db; never edited once shipped, only added to.
[[nodiscard]] std::span<storage::Migration const> migrations();

}  // namespace ce::journal
