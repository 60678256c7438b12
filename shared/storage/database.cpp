#include "shared/storage/database.h"

#include "shared/storage/connection.h"

namespace ce::storage {

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  // An error such as a full disk may have rolled back already.
  if (database_ == nullptr || sqlite3_get_autocommit(database_->connection_->handle) != 0) return;
  sqlite3_exec(database_->connection_->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit() {
  CE_CHECK(database_->execute("COMMIT"));
  database_ = nullptr;
  return {};
}

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Statement Database::prepare(std::string_view sql) {
  auto* const handle = connection_->take(sql);
  if (handle != nullptr && std::string_view{sqlite3_sql(handle)}.size() == sql.size()) {
    return {*this, handle, std::nullopt};
  }
  if (handle != nullptr) {
    connection_->give_back(handle);
    return {*this, nullptr, Failure{FailureCode::storage_fault, "not one statement: " + std::string{sql}}};
  }
  auto broken = connection_->failure();
  broken.detail += " in: " + std::string{sql};
  return {*this, nullptr, std::move(broken)};
}

Result<void> Database::execute(std::string_view sql) {
  std::string const text{sql};
  if (sqlite3_exec(connection_->handle, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return connection_->failure();
  }
  return {};
}

Result<Transaction> Database::begin() {
  CE_CHECK(execute(connection_->reader ? "BEGIN" : "BEGIN IMMEDIATE"));
  return Transaction{*this};
}

std::int64_t Database::changes() const {
  return sqlite3_changes64(connection_->handle);
}

Result<void> Database::check_integrity() {
  auto statement = prepare("PRAGMA integrity_check(1)");
  CE_TRY(bool const row, statement.step());
  auto const finding = row ? statement.text(0) : std::string{"no answer"};
  if (finding == "ok") return {};
  return Failure{FailureCode::storage_corrupt, connection_->file.string() + ": " + finding};
}

}  // namespace ce::storage
