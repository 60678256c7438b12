#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "shared/storage/engine.h"
#include "shared/storage/log_index.h"

namespace ce::storage {

/// One open SQLite file. Private to this room.
class SqliteEngine final : public Engine {
 public:
  SqliteEngine(sqlite3* opened, std::filesystem::path file, bool reader)
      : handle_(opened), file_(std::move(file)), reader_(reader) {}
  ~SqliteEngine() override;

  Result<std::unique_ptr<Cursor>> prepare(std::string_view sql) override;
  Result<void> execute(std::string_view sql) override;
  Result<void> begin(Isolation isolation) override;
  Result<void> commit() override { return control("COMMIT"); }
  Result<void> control(std::string_view sql) override;
  [[nodiscard]] bool in_transaction() const override { return sqlite3_get_autocommit(handle_) == 0; }
  [[nodiscard]] std::int64_t changes() const override { return sqlite3_changes64(handle_); }
  [[nodiscard]] bool newest() override;
  Result<void> check_integrity() override;
  [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
  [[nodiscard]] bool usable() override { return true; }

  /// The handle's last error.
  [[nodiscard]] Failure failure() const;

 private:
  sqlite3* handle_;
  std::filesystem::path file_;
  bool reader_;
  LogIndex log_index_;
  std::map<std::string, sqlite3_stmt*, std::less<>> controls_;  // for as long as the connection
};

}  // namespace ce::storage
