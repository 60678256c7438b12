#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/storage/database.h"

/// What a database engine has to offer behind Database. Callers use database.h; only the rooms that are an
/// engine include this. All of it belongs to the thread of its connection.
namespace ce::storage {

/// The beginning of a statement, as a failure tells it: one of many rows would fill the log.
[[nodiscard]] inline std::string excerpt(std::string_view sql) {
  constexpr std::size_t longest = 200;
  return sql.size() <= longest ? std::string{sql} : std::string{sql.substr(0, longest)} + " ...";
}

/// One prepared statement with its bindings and the row it stands at.
class Cursor {
 public:
  explicit Cursor(std::string_view sql) : sql_(sql) {}
  Cursor(Cursor const&) = delete;
  Cursor& operator=(Cursor const&) = delete;
  virtual ~Cursor() = default;

  /// As prepared; the cache finds it by this.
  [[nodiscard]] std::string const& sql() const { return sql_; }

  /// Binding in the middle of rows leaves them first. Failures name the parameter, never its value.
  virtual Result<void> bind_integer(int parameter, std::int64_t value) = 0;
  virtual Result<void> bind_text(int parameter, std::string_view text) = 0;
  virtual Result<void> bind_blob(int parameter, std::string_view bytes) = 0;
  virtual Result<void> bind_null(int parameter) = 0;

  /// True: a row is there. False: finished, ready to be stepped anew with the same bindings.
  virtual Result<bool> step() = 0;
  /// As Statement::ask() and run_later(); an engine without a wire need not know them.
  virtual Result<void> ask() { return {}; }
  virtual Result<void> run_later() {
    for (;;) {
      CE_TRY(bool const row, step());
      if (!row) return {};
    }
  }
  [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
  [[nodiscard]] virtual std::string_view text_view(int column) const = 0;
  [[nodiscard]] virtual std::string blob(int column) const = 0;
  [[nodiscard]] virtual bool is_null(int column) const = 0;

  /// Leaves rows and bindings, for the next user.
  virtual void reset() = 0;

 private:
  std::string sql_;
};

/// One connection.
class Engine {
 public:
  Engine() = default;
  Engine(Engine const&) = delete;
  Engine& operator=(Engine const&) = delete;
  virtual ~Engine() = default;

  /// Exactly one statement.
  virtual Result<std::unique_ptr<Cursor>> prepare(std::string_view sql) = 0;
  /// Several statements without parameters or rows.
  virtual Result<void> execute(std::string_view sql) = 0;
  /// One statement of a transaction's course (SAVEPOINT, RELEASE), from a small set of texts.
  virtual Result<void> control(std::string_view sql) { return execute(sql); }
  virtual Result<void> begin(Isolation isolation) = 0;
  /// After a failure the transaction may be open still; whoever began it rolls back.
  virtual Result<void> commit() = 0;
  /// False also where an error (a full disk) has rolled back by itself.
  [[nodiscard]] virtual bool in_transaction() const = 0;
  [[nodiscard]] virtual std::int64_t changes() const = 0;
  /// Within a reader's transaction: true where it is certain that nobody has committed since it began.
  [[nodiscard]] virtual bool newest() { return false; }
  virtual Result<void> check_integrity() = 0;
  [[nodiscard]] virtual Dialect dialect() const = 0;
  /// False once the server is gone: every further call fails, only a new connection helps.
  [[nodiscard]] virtual bool usable() = 0;
};

}  // namespace ce::storage
