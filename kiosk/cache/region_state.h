#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <mutex>
#include <string>

#include "kiosk/cache/look_up.h"
#include "kiosk/cache/opened.h"
#include "kiosk/cache/region_copy.h"

namespace ce::cache {

/// What a RegionCopy owns.
struct RegionCopy::State {
  State(CopyFile file, OpenedCopy opened, Keys const& read, std::filesystem::path file_of_key,
        log::Logger const& log)
      : which(std::move(file)),
        copy(std::move(opened)),
        key_file(std::move(file_of_key)),
        keys(read),
        sealer(read),
        logger(&log) {}

  /// 16 bytes each: a collision among a million is less likely than a broken disk, and would not open.
  [[nodiscard]] std::string thing_key(std::string_view kind, std::string_view id) const;
  [[nodiscard]] std::string holder_key(std::string_view holder) const;

  /// The place, and which of the two tables serves and is being filled.
  struct Row {
    DeltaPlace place;
    int serving = 0;
  };
  [[nodiscard]] Result<Row> row();
  Result<void> write(Row const& row);

  Result<void> begin_table(int number);
  /// Makes the table that was filled fit to serve: the last word on each thing stays, and is found.
  Result<void> finish_table(int number);
  Result<void> drop_all();
  void empty_log() { cache::empty_log(database, which, *logger); }
  Result<void> settle_key();
  Result<void> take_keys();

  CopyFile which;
  OpenedCopy copy;
  storage::Database& database = copy.database;
  std::filesystem::path key_file;
  Keys keys;
  Sealer sealer;
  log::Logger const* logger;
  std::int64_t limit = std::numeric_limits<std::int64_t>::max();  // bytes
  std::array<std::int64_t, 2> resealed{};                         // up to which row, by table
  mutable std::mutex mutex;
};

[[nodiscard]] Result<RegionCopy::State::Row> place_row(storage::Database& database);
/// What that table takes, its keys and indexes included.
[[nodiscard]] Result<std::int64_t> bytes_of(storage::Database& database, int number);
inline Result<RegionCopy::State::Row> RegionCopy::State::row() {
  return place_row(database);
}

[[nodiscard]] std::string held_table(int number);

/// What a row takes beside its body: two keys, their indexes, the page's own.
inline constexpr std::int64_t row_bytes = 128;

}  // namespace ce::cache
