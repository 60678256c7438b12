#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace ce::storage {

/// How hard a commit is pressed to the disk.
enum class Durability : std::uint8_t {
  full,    // synchronous=FULL: a committed row survives a power cut (journal, central)
  normal,  // synchronous=NORMAL: the last commits may be lost, never the file (cache)
};

/// What others' transactions at the same time may do to one that writes. SQLite's come one after another
/// anyway.
enum class Isolation : std::uint8_t {
  serializable,  // as if one after another; the loser of a conflict fails with storage_conflict
  row_locks,     // READ COMMITTED: for work that rests on row locks and unique indexes alone
};

/// A page of a file that is made, in bytes: SQLite's own choice. A file that is there keeps what it has.
inline constexpr int usual_page_bytes = 4096;

/// How long a statement waits for others who use the same file, in milliseconds.
inline constexpr int patience_ms = 5000;

/// Which engine, for the few texts that cannot be the same on both.
enum class Dialect : std::uint8_t { sqlite, postgresql };

/// One schema step; `sql` may hold several statements. Step i brings user_version from i to i+1.
struct Migration {
  std::string_view name;
  std::string_view sql;
};

class Cursor;
class Database;
class Engine;

/// A prepared statement, taken from the connection's cache and given back when it ends.
/// Parameters are written $1, $2 ... and bound by that number. One thread, the connection's.
class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::string const& text) { return bind(parameter, std::string_view{text}); }
  Statement& bind(int parameter, char const* text) { return bind(parameter, std::string_view{text}); }
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind_null(int parameter);
  /// Binds the value or NULL.
  Statement& bind(int parameter, std::optional<std::int64_t> value);
  Statement& bind(int parameter, std::optional<std::string> const& text);

  /// True: a row is there to be read. False: finished, and ready to be bound and stepped anew.
  Result<bool> step();
  /// For statements without rows.
  Result<void> run();
  /// Where there is a wire: sends it without waiting, so that what is asked together takes one journey;
  /// step() gives the rows, which are held in memory. Elsewhere nothing happens before step(). Within a
  /// transaction.
  Statement& ask();
  /// As run(), for what nobody looks at before the commit: where there is a wire nobody waits for it either.
  /// A failure then is what the transaction's next statements and its commit fail with. Within a transaction.
  Result<void> run_later();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  /// The same without a copy; until the next step().
  [[nodiscard]] std::string_view text_view(int column) const;
  [[nodiscard]] std::string blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
  [[nodiscard]] std::optional<std::string> optional_text(int column) const;

 private:
  friend class Database;
  Statement(Database& database, std::unique_ptr<Cursor> cursor);
  Statement(Database& database, Failure broken);
  Statement& note(Result<void> const& bound);
  Database* database_;
  std::unique_ptr<Cursor> cursor_;
  std::optional<Failure> broken_;  // preparing or binding went wrong; step() reports it
};

/// Kept by commit(), rolled back when it ends without one. On a reader: one state of the database for several
/// reads. Nested ones (Database::savepoint) end before those around them.
class Transaction {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  friend class Database;
  explicit Transaction(Database& database);
  Database* database_;
  int depth_;
};

/// One connection: to a SQLite file (in WAL mode, foreign keys on) by open() below, to another engine by that
/// engine's room. Not shared between threads at the same time, and not moved while one of its statements or
/// transactions lives.
/// Errors come in seven kinds: storage_unopenable, _corrupt, _newer, _full, _busy, _constraint, _fault. A
/// server adds three: storage_conflict (run the transaction again), storage_lost (the connection; nothing was
/// kept) and storage_in_doubt (it went while a commit was under way; nobody here knows whether that was
/// kept).
class Database {
 public:
  /// Opens or creates, then migrates. A database of a newer schema is refused (storage_newer), one of another
  /// program too (storage_unopenable), and a damaged one (storage_corrupt; an empty file counts as such) is
  /// left untouched; the caller decides about set_aside().
  static Result<Database> open(std::filesystem::path const& file, Durability durability,
                               std::span<Migration const> migrations, int page_bytes = usual_page_bytes);
  /// A further connection for reading only.
  static Result<Database> open_reader(std::filesystem::path const& file);

  /// A connection to nothing: every call fails with `why`, usable() is false. What a Database is in between
  /// when its file has to be let go of.
  static Database closed(Failure why);

  /// On a connection that an engine has opened and brought up to its schema.
  explicit Database(std::unique_ptr<Engine> engine);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  /// Never fails at once: a wrong statement reports through step().
  [[nodiscard]] Statement prepare(std::string_view sql);
  /// Several statements without parameters or rows.
  Result<void> execute(std::string_view sql);
  /// On a SQLite writer the lock is taken at once (BEGIN IMMEDIATE). Fails inside a transaction.
  Result<Transaction> begin(Isolation isolation = Isolation::serializable);
  /// A part of the open transaction that can be taken back alone. After a failed statement PostgreSQL allows
  /// nothing else than that, or taking back the whole.
  Result<Transaction> savepoint();
  /// Rows changed by the last statement.
  [[nodiscard]] std::int64_t changes() const;
  /// Whether begin() has been called and neither kept nor taken back; a full disk may do the latter by
  /// itself.
  [[nodiscard]] bool in_transaction() const;
  /// Within a transaction of a file's reader: whether what it sees is still the last that anybody, in
  /// whatever process, has committed, so that going on in it is as good as a new one. A few nanoseconds, no
  /// lock. False where that cannot be told, as on a server.
  [[nodiscard]] bool newest() const;
  [[nodiscard]] Dialect dialect() const;
  /// False once the server is gone; asks the connection, not the server.
  [[nodiscard]] bool usable();
  /// For the engine's own room.
  [[nodiscard]] Engine& engine();
  /// Reads every page of a file; storage_corrupt with the first finding.
  Result<void> check_integrity();

 private:
  friend class Statement;
  friend class Transaction;
  struct Session;
  std::unique_ptr<Session> session_;
};

/// Moves a damaged database (with its -wal and -shm) to "<file>.damaged-<yyyymmddThhmmss>" beside it and
/// gives that name; nothing is overwritten or deleted.
[[nodiscard]] Result<std::filesystem::path> set_aside(std::filesystem::path const& file);

}  // namespace ce::storage
