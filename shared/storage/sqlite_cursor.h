#pragma once

#include <sqlite3.h>

#include "shared/storage/engine.h"

namespace ce::storage {

class SqliteEngine;

/// Owns one sqlite3_stmt. Private to this room.
class SqliteCursor final : public Cursor {
 public:
  SqliteCursor(SqliteEngine const& engine, std::string_view sql, sqlite3_stmt* handle);
  ~SqliteCursor() override { sqlite3_finalize(handle_); }

  Result<void> bind_integer(int parameter, std::int64_t value) override;
  Result<void> bind_text(int parameter, std::string_view text) override;
  Result<void> bind_blob(int parameter, std::string_view bytes) override;
  Result<void> bind_null(int parameter) override;
  Result<bool> step() override;
  [[nodiscard]] std::int64_t integer(int column) const override;
  [[nodiscard]] std::string_view text_view(int column) const override;
  [[nodiscard]] std::string blob(int column) const override;
  [[nodiscard]] bool is_null(int column) const override;
  void reset() override;

 private:
  [[nodiscard]] int place_of(int parameter);
  [[nodiscard]] Result<void> checked(int parameter, int code) const;
  SqliteEngine const& engine_;
  sqlite3_stmt* handle_;
  bool in_order_;  // $1, $2 ... are SQLite's first, second ... parameter
};

}  // namespace ce::storage
