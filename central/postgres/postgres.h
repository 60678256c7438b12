#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/storage/database.h"

/// PostgreSQL 15 and what speaks its protocol, behind storage::Database.
namespace ce::postgres {

/// Whether `text` names a server, "postgresql://..." or "host=... dbname=...", and not a file.
[[nodiscard]] bool is_location(std::string_view text);

/// Fails with config_value_invalid, in Chinese and without repeating the text, where libpq cannot read it or
/// a password stands in it: passwords belong into PGPASSFILE, ~/.pgpass or a service file.
[[nodiscard]] Result<void> check_location(std::string const& location);
/// As above, and where it names hosts that do not take writes (target_session_attrs).
[[nodiscard]] Result<void> check_writers_location(std::string const& location);

/// "host:port/database" for messages.
[[nodiscard]] std::string describe_location(std::string const& location);

struct Options {
  bool reader = false;   // its transactions are READ ONLY, one state each
  bool standby = false;  // of several hosts one that only reads, where there is one; for readers
  std::chrono::milliseconds statement_timeout{60'000};
  std::chrono::milliseconds lock_timeout{20'000};
};

/// One connection; of several hosts the one that takes writes, unless options or location say otherwise. Each
/// host is given 5 s unless the location says otherwise. Fails with storage_lost (no server answers),
/// storage_unopenable (no such database, refused password, encoding not UTF8, order of text not by bytes),
/// storage_busy (too many connections).
[[nodiscard]] Result<storage::Database> connect(std::string const& location, Options const& options);

/// Takes the missing steps and runs `finish`; processes that start together queue at one row. Quick steps are
/// one transaction, which gives way to what holds their tables and comes again, for 15 minutes at most. Steps
/// that take long (heavy_step.h) are taken beside the work of others; in a new database they are quick. Fails
/// with storage_newer and, for another program's database, storage_unopenable; nothing is changed then.
[[nodiscard]] Result<void> migrate(storage::Database& database, std::string const& location,
                                   std::span<storage::Migration const> steps,
                                   std::function<Result<void>(storage::Database&)> const& finish = {});

/// Whether any step was ever taken, for programs that must not make a store by mistake.
[[nodiscard]] Result<bool> has_schema(storage::Database& database);

}  // namespace ce::postgres
