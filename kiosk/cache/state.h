#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/cache/cache.h"
#include "kiosk/cache/opened.h"
#include "kiosk/cache/sealer.h"
#include "shared/storage/database.h"

namespace ce::cache {

/// What a Cache owns.
struct Cache::State {
  State(CopyFile file, OpenedCopy opened, Keys const& read, std::filesystem::path file_of_key, Limits kept,
        Clock const& clock_now, log::Logger const& log)
      : which(std::move(file)),
        copy(std::move(opened)),
        key_file(std::move(file_of_key)),
        keys(read),
        sealer(read),
        limits(kept),
        clock(&clock_now),
        logger(&log) {}

  /// A person's row key.
  [[nodiscard]] std::string person_key(SecretText const& id_number) const {
    return sealer.look_up_key("person", id_number.reveal());
  }
  [[nodiscard]] std::string certificate_key(std::string const& number) const {
    return sealer.look_up_key("certificate", number);
  }
  /// Answers kept before this are too old to be served.
  [[nodiscard]] std::int64_t oldest_kept() const {
    return clock->now().ms - std::int64_t{limits.days} * 86'400'000;
  }

  Result<void> erase(std::string const& person_key);
  Result<void> prune();
  /// Empties the file if another key sealed it.
  Result<void> settle_key();
  /// After opening: its keys, and what the limits no longer allow.
  Result<void> settle();
  /// Uses the keys as they are now.
  Result<void> take_keys();

  CopyFile which;
  OpenedCopy copy;
  storage::Database& database = copy.database;
  std::filesystem::path key_file;
  Keys keys;
  Sealer sealer;
  std::int64_t resealed_bodies = 0;  // up to which row
  std::int64_t resealed_proofs = 0;
  Limits limits;
  Clock const* clock;
  log::Logger const* logger;
  int since_prune = 0;
  std::vector<std::string> forgotten;  // row and subject keys in the order of forgetting, since the start
  std::mutex mutex;
};

}  // namespace ce::cache
