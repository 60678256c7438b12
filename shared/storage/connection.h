#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/storage/database.h"

namespace ce::storage {

/// The open handle and its idle statements. Private to this room.
struct Database::Connection {
  Connection(sqlite3* opened, std::filesystem::path path) : handle(opened), file(std::move(path)) {}
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;
  ~Connection();

  /// From the cache or newly prepared; nullptr leaves the error on the handle.
  sqlite3_stmt* take(std::string_view sql);
  void give_back(sqlite3_stmt* statement);
  [[nodiscard]] Failure failure() const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  sqlite3* handle;
  std::filesystem::path file;
  bool reader = false;
  std::unordered_map<std::string, std::vector<sqlite3_stmt*>, Hash, std::equal_to<>> idle;
};

}  // namespace ce::storage
