#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/storage/database.h"
#include "shared/storage/engine.h"

namespace ce::storage {

/// A connection, its idle statements and how deep its transactions are nested. Private to this room.
struct Database::Session {
  explicit Session(std::unique_ptr<Engine> opened) : engine(std::move(opened)) {}

  /// From the cache or newly prepared.
  Result<std::unique_ptr<Cursor>> take(std::string_view sql);
  void give_back(std::unique_ptr<Cursor> cursor);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::unique_ptr<Engine> engine;  // outlives the statements below
  int depth = 0;
  std::unordered_map<std::string, std::vector<std::unique_ptr<Cursor>>, Hash, std::equal_to<>> idle;
};

}  // namespace ce::storage
