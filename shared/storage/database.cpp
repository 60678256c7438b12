#include "shared/storage/database.h"

#include "shared/storage/session.h"

namespace ce::storage {
namespace {

std::string name_at(int depth) {
  return "ce_" + std::to_string(depth);
}

}  // namespace

Transaction::Transaction(Database& database) : database_(&database), depth_(++database.session_->depth) {}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)), depth_(other.depth_) {}

Transaction::~Transaction() {
  if (database_ == nullptr) return;
  auto& session = *database_->session_;
  session.depth = depth_ - 1;
  // An error such as a full disk may have rolled back already.
  if (!session.engine->in_transaction()) return;
  auto const name = name_at(depth_);
  (void)session.engine->execute(depth_ == 1 ? "ROLLBACK" : "ROLLBACK TO " + name + "; RELEASE " + name);
}

Result<void> Transaction::commit() {
  auto& session = *database_->session_;
  CE_CHECK(depth_ == 1 ? session.engine->commit() : session.engine->control("RELEASE " + name_at(depth_)));
  session.depth = depth_ - 1;
  database_ = nullptr;
  return {};
}

Database::Database(std::unique_ptr<Engine> engine) : session_(std::make_unique<Session>(std::move(engine))) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Statement Database::prepare(std::string_view sql) {
  auto cursor = session_->take(sql);
  if (!cursor) return {*this, cursor.failure()};
  return {*this, std::move(*cursor)};
}

Result<void> Database::execute(std::string_view sql) {
  return session_->engine->execute(sql);
}

Result<Transaction> Database::begin(Isolation isolation) {
  CE_CHECK(session_->engine->begin(isolation));
  return Transaction{*this};
}

Result<Transaction> Database::savepoint() {
  if (session_->depth == 0) {
    return Failure{FailureCode::storage_fault, "a savepoint needs a transaction around it"};
  }
  CE_CHECK(session_->engine->control("SAVEPOINT " + name_at(session_->depth + 1)));
  return Transaction{*this};
}

std::int64_t Database::changes() const {
  return session_->engine->changes();
}

bool Database::in_transaction() const {
  return session_->engine->in_transaction();
}

bool Database::newest() const {
  return session_->engine->newest();
}

Dialect Database::dialect() const {
  return session_->engine->dialect();
}

bool Database::usable() {
  return session_->engine->usable();
}

Engine& Database::engine() {
  return *session_->engine;
}

Result<void> Database::check_integrity() {
  return session_->engine->check_integrity();
}

}  // namespace ce::storage
