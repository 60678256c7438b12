#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>

namespace ce::storage {

/// The head of the index of SQLite's write-ahead log (https://sqlite.org/walformat.html, 2.1): 48 bytes in
/// memory that all connections of all processes share, rewritten by each commit before it returns. SQLite
/// itself compares them to learn whether what it knows is still the newest. Private to this room.
class LogIndex {
 public:
  /// Remembers what it says now. `reader` has run a statement already, so that its log is open.
  void note(sqlite3* reader);
  /// Whether it still says so; false where it could not be seen.
  [[nodiscard]] bool unchanged() const;

 private:
  static constexpr std::size_t words = 12;

  std::uint32_t const volatile* head_ = nullptr;  // SQLite's, mapped for as long as the connection is open
  std::array<std::uint32_t, words> noted_{};
};

}  // namespace ce::storage
