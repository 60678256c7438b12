#pragma once

#include <functional>
#include <memory>
#include <string>

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
  virtual Result<void> write(Work const& work, storage::Isolation isolation) = 0;
  virtual Result<void> read(Work const& work) = 0;
};

/// A SQLite file; opened or made.
[[nodiscard]] Result<std::unique_ptr<Backend>> open_file(std::string const& file, int readers);

/// A PostgreSQL database; brought up to date.
[[nodiscard]] Result<std::unique_ptr<Backend>> open_server(std::string const& location, int readers,
                                                           int writers);

}  // namespace ce::store
