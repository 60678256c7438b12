#pragma once

#include <filesystem>
#include <optional>
#include <span>

#include "shared/base/result.h"
#include "shared/log/log.h"
#include "shared/storage/database.h"

namespace ce::cache {

/// A store of copies: a damaged file is set aside and begun anew, which is logged. What is deleted is
/// overwritten. Private to this room.
struct OpenedCopy {
  storage::Database database;
  std::optional<std::filesystem::path> set_aside;
};
[[nodiscard]] Result<OpenedCopy> open_copy(std::filesystem::path const& file,
                                           std::span<storage::Migration const> migrations,
                                           std::string_view store, log::Logger const& logger);

}  // namespace ce::cache
