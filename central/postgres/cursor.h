#pragma once

#include <deque>
#include <vector>

#include "central/postgres/connection.h"

namespace ce::postgres {

/// One prepared statement. Rows come one by one (single-row mode), so that a long list costs no memory; when
/// another statement needs the wire in between, the rest is taken in first. Private to this room.
class PostgresCursor final : public storage::Cursor {
 public:
  PostgresCursor(PostgresConnection& connection, std::string_view sql);
  ~PostgresCursor() override;

  Result<void> bind_integer(int parameter, std::int64_t value) override;
  Result<void> bind_text(int parameter, std::string_view text) override;
  Result<void> bind_blob(int parameter, std::string_view bytes) override;
  Result<void> bind_null(int parameter) override;
  Result<bool> step() override;
  Result<void> ask() override;
  Result<void> run_later() override;
  [[nodiscard]] std::int64_t integer(int column) const override;
  [[nodiscard]] std::string_view text_view(int column) const override;
  [[nodiscard]] std::string blob(int column) const override;
  [[nodiscard]] bool is_null(int column) const override;
  void reset() override;

  /// Takes in the rows that are on their way.
  void take_in();
  /// All rows of what was asked, or its failure.
  void deliver(Answer rows);
  /// One row before the rest.
  void deliver_row(Answer row);
  void deliver(Failure failure);

 private:
  struct Parameter {
    bool null = true;
    bool binary = false;
    std::string bytes;
  };

  Result<Parameter*> place(int parameter);
  Result<void> prepare();
  Result<void> send();
  Result<void> send_along(PostgresCursor* taker);
  /// What libpq takes; points into parameters_.
  struct Arguments {
    std::vector<char const*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
  };
  [[nodiscard]] Arguments arguments() const;
  /// The next of the rows that were delivered.
  Result<bool> next_delivered();
  /// The next answer of the wire: true for a row.
  Result<bool> receive();
  Result<bool> finish(Answer answer);
  void leave_rows();
  /// What holds the present row, or nullptr.
  [[nodiscard]] PGresult const* present() const;
  [[nodiscard]] std::string_view bytes_at(int column) const;

  PostgresConnection& connection_;
  std::string name_;  // on the server; empty until prepared there
  std::vector<Parameter> parameters_;
  bool running_ = false;  // between the first step and the end of the rows
  bool on_wire_ = false;
  bool along_ = false;  // asked, not delivered yet
  Answer delivered_;    // all rows of what was asked
  int at_ = -1;         // the present row of delivered_
  Answer row_;
  std::deque<Answer> taken_in_;
  std::optional<Failure> taken_in_failure_;
};

}  // namespace ce::postgres
