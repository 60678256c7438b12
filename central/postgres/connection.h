#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/storage/engine.h"

namespace ce::postgres {

class PostgresCursor;

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

/// One connection to a server. Private to this room.
class PostgresConnection final : public storage::Engine {
 public:
  PostgresConnection(PGconn* opened, bool reader) : handle_(opened), reader_(reader) {}
  ~PostgresConnection() override { PQfinish(handle_); }

  Result<std::unique_ptr<storage::Cursor>> prepare(std::string_view sql) override;
  Result<void> execute(std::string_view sql) override;
  Result<void> begin(storage::Isolation isolation) override;
  Result<void> commit() override;
  [[nodiscard]] bool in_transaction() const override;
  [[nodiscard]] std::int64_t changes() const override { return changes_; }
  Result<void> check_integrity() override;
  [[nodiscard]] storage::Dialect dialect() const override { return storage::Dialect::postgresql; }
  [[nodiscard]] bool usable() override;

  [[nodiscard]] PGconn* handle() const { return handle_; }
  /// The server warns of what it has done nevertheless.
  void warned() { warned_ = true; }

  // --- for cursors

  /// A statement as libpq takes it; an empty name stands for `text` itself.
  struct Sent {
    std::string const& name;
    std::string_view text;
    std::vector<char const*> const& values;
    std::vector<int> const& lengths;
    std::vector<int> const& formats;
  };
  /// Puts it behind what is on its way already, without waiting. `cursor` gets its rows by deliver(); nullptr
  /// for one that nobody waits for.
  Result<void> send_along(PostgresCursor* cursor, Sent const& statement);
  /// Why nothing more of the transaction can succeed: what one failed with that nobody waited for.
  [[nodiscard]] std::optional<Failure> const& failed_unseen() const { return failed_unseen_; }

  /// Makes the wire free: rows on their way to another cursor are taken in for it.
  void free_wire();
  void hold_wire(PostgresCursor* cursor) { on_wire_ = cursor; }
  /// Reads until the server has nothing more to say; the last answer counts.
  Answer last_answer();
  /// What went wrong, remembered as the reason why the transaction cannot be kept.
  Failure failed(PGresult const* result, std::string_view sql);
  void note_changes(PGresult* result);
  [[nodiscard]] std::string new_name() { return "ce_" + std::to_string(++names_); }
  /// Its statement is let go of on the server when the next transaction begins.
  void drop_later(std::string name) { dropped_.push_back(std::move(name)); }

 private:
  struct OnItsWay {
    PostgresCursor* cursor;
    std::string text;  // its beginning, for messages
  };
  /// Waits for everything that was sent along, and tells each cursor.
  void collect();
  void collect_one(OnItsWay const& one);
  Result<void> send_text_along(std::string_view sql);
  /// What a commit's failure comes to: without an answer nobody knows.
  [[nodiscard]] Failure of_commit(Failure failure) const;
  [[nodiscard]] Result<void> kept_by_standby() const;

  PGconn* handle_;
  bool reader_;
  bool read_only_ = false;  // the server takes no writes any more
  bool warned_ = false;     // since the commit began
  std::int64_t changes_ = 0;
  std::uint64_t names_ = 0;
  PostgresCursor* on_wire_ = nullptr;
  std::vector<std::string> dropped_;
  std::optional<Failure> first_failure_;  // of the open transaction
  std::vector<OnItsWay> along_;           // not empty: the connection is in libpq's pipeline mode
  std::optional<Failure> failed_unseen_;
};

}  // namespace ce::postgres
