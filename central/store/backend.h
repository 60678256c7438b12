#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "central/store/store.h"
#include "shared/storage/database.h"

/// How a store's transactions are run, one kind for each engine. Private to this room.
namespace ce::store {

using Work = std::function<Result<void>(storage::Database&)>;

class Backend {
 public:
  Backend() = default;
  Backend(Backend const&) = delete;
  Backend& operator=(Backend const&) = delete;
  virtual ~Backend() = default;

  /// As Store::write() and Store::read(); any thread.
  virtual Result<void> write(Work const& work, storage::Isolation isolation, Unanswered unanswered) = 0;
  virtual Result<void> read(Work const& work) = 0;
  virtual Result<void> read_recent(Work const& work) { return read(work); }
  /// As Store::standby_use().
  [[nodiscard]] virtual std::optional<StandbyUse> standby_use() const { return std::nullopt; }
};

/// A SQLite file; opened or made.
[[nodiscard]] Result<std::unique_ptr<Backend>> open_file(std::string const& file, int readers);

struct ServerOptions {
  int readers;  // connections, on the primary and as many on standbys
  int writers;
  std::string standbys;  // where they are; empty: everything is read from the primary
  std::chrono::milliseconds standby_age;
};
/// A PostgreSQL database; brought up to date.
[[nodiscard]] Result<std::unique_ptr<Backend>> open_server(std::string const& location,
                                                           ServerOptions const& options);

}  // namespace ce::store
