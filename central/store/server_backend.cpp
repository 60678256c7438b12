#include <algorithm>
#include <chrono>
#include <mutex>
#include <random>
#include <thread>

#include "central/postgres/postgres.h"
#include "central/store/backend.h"
#include "central/store/commit_keys.h"
#include "central/store/ids.h"
#include "central/store/pool.h"
#include "central/store/server_schema.h"
#include "central/store/standbys.h"
#include "central/store/turns.h"

namespace ce::store {
namespace {

constexpr int most_attempts = 12;
constexpr int attempts_side_by_side = 3;   // whoever fails that often waits for the others who did
constexpr int attempts_beside_others = 6;  // and that often, until nobody of this process is in its way

/// Up to 2, 4, 8 ... 128 ms, so that those who met do not meet again.
void wait_after(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  std::uniform_int_distribution<int> micros{0, 1000 << std::min(attempt, 7)};
  std::this_thread::sleep_for(std::chrono::microseconds{micros(random)});
}

/// How long a commit in doubt is asked for: a standby has taken over by then (packaging/cluster-demo).
constexpr std::chrono::seconds patience_in_doubt{45};
constexpr std::chrono::milliseconds ask_again{200};

/// Which failures have left nothing and may go away by running the work again. A commit in doubt that could
/// not be asked for may have been kept, so it is told and never repeated.
class Patience {
 public:
  explicit Patience(storage::Isolation isolation) : isolation_(isolation) {}

  bool allows(FailureCode code) {
    if (code == FailureCode::storage_conflict) return true;
    if (code == FailureCode::storage_lost) return ++lost_ <= 1;
    // A row that another transaction has just written hits the unique index before the conflict is seen; the
    // next run finds that row when it looks. A true double comes again.
    bool const serializable = isolation_ == storage::Isolation::serializable;
    return code == FailureCode::storage_constraint && serializable && ++doubles_ <= 3;
  }

 private:
  storage::Isolation isolation_;
  int lost_ = 0;
  int doubles_ = 0;
};

Result<std::string> version_of(storage::Database& database) {
  auto row = database.prepare("SELECT version()");
  CE_CHECK(row.step());
  return row.text(0);
}

/// Pools of connections that write and that read.
class ServerBackend final : public Backend {
 public:
  ServerBackend(std::string const& location, ServerOptions const& options)
      : writers_(options.writers + (options.standbys.empty() ? 0 : 1),  // one for the pulse
                 [location] { return postgres::connect(location, {}); }),
        readers_(options.readers, [location] { return postgres::connect(location, {.reader = true}); }) {
    if (options.standbys.empty()) return;
    standbys_.emplace(options.standbys, options.readers, options.standby_age, [this](Work const& work) {
      return write(work, storage::Isolation::row_locks, Unanswered::repeat);
    });
  }

  Result<void> write(Work const& work, storage::Isolation isolation, Unanswered unanswered) override {
    std::unique_lock retrying{retrying_, std::defer_lock};
    Patience patience{isolation};
    for (int attempt = 1;; ++attempt) {
      // Of this attempt alone: an earlier one's may be claimed.
      auto const key = unanswered == Unanswered::ask ? new_commit_key() : std::string{};
      auto done = attempt <= attempts_beside_others ? write_in_turn<Turns::Beside>(work, isolation, key)
                                                    : write_in_turn<Turns::Alone>(work, isolation, key);
      if (!done) done = settle(done.failure(), key);
      if (done || attempt == most_attempts || !patience.allows(done.failure().code)) return done;
      if (attempt == attempts_side_by_side) retrying.lock();
      wait_after(attempt);
    }
  }

  Result<void> read(Work const& work) override {
    bool begun = false;
    auto done = read_once(work, begun);
    // Nothing has been given to the work yet, and a new connection finds the server that took over.
    if (!done && !begun && done.failure().code == FailureCode::storage_lost) {
      readers_.drop_idle();
      done = read_once(work, begun);
    }
    return done;
  }

  Result<void> read_recent(Work const& work) override {
    if (standbys_) {
      if (auto const done = standbys_->read(work)) return *done;
    }
    return read(work);
  }

  std::optional<StandbyUse> standby_use() const override {
    return standbys_ ? std::optional{standbys_->use()} : std::nullopt;
  }

 private:
  Result<void> read_once(Work const& work, bool& begun) {
    CE_TRY(auto const connection, readers_.take());
    CE_TRY(auto transaction, connection->begin());
    begun = true;
    CE_CHECK(work(*connection));
    return transaction.commit();
  }

  static Result<void> write_once(storage::Database& database, Work const& work, storage::Isolation isolation,
                                 std::string const& key) {
    CE_TRY(auto transaction, database.begin(isolation));
    CE_CHECK(work(database));
    if (!key.empty()) CE_CHECK(keep_commit_key(database, key));
    return transaction.commit();
  }

  /// What a failed attempt comes to: a commit in doubt is asked for by its key until somebody answers, done
  /// or to be run again. Without a key it may be run again whatever became of it.
  Result<void> settle(Failure const& why, std::string const& key) {
    bool const doubtful = why.code == FailureCode::storage_in_doubt;
    if (!doubtful && why.code != FailureCode::storage_lost) return why;
    writers_.drop_idle();  // what lost one connection is wrong with the others of that server too
    if (key.empty()) return Failure{FailureCode::storage_lost, why.detail};
    auto const deadline = std::chrono::steady_clock::now() + patience_in_doubt;
    while (doubtful && std::chrono::steady_clock::now() < deadline) {
      auto const kept = ask(key);
      if (kept && *kept) return {};
      if (kept) return Failure{FailureCode::storage_conflict, "not kept: " + why.detail};
      std::this_thread::sleep_for(ask_again);
    }
    return why;
  }

  Result<bool> ask(std::string const& key) {
    CE_TRY(auto const connection, writers_.take());
    return was_kept(*connection, key);
  }

  /// Turn: Turns::Beside or Turns::Alone.
  template <class Turn>
  Result<void> write_in_turn(Work const& work, storage::Isolation isolation, std::string const& key) {
    Turn const turn{turns_};
    CE_TRY(auto const connection, writers_.take());
    return write_once(*connection, work, isolation, key);
  }

  std::mutex retrying_;
  Turns turns_;
  Pool writers_;
  Pool readers_;
  std::optional<Standbys> standbys_;  // last: its thread writes
};

}  // namespace

Result<std::unique_ptr<Backend>> open_server(std::string const& location, ServerOptions const& options) {
  CE_TRY(auto database, postgres::connect(location, {}));
  CE_TRY(auto const version, version_of(database));
  CE_CHECK(postgres::migrate(database, location, server_schema(version), catch_up_ids));
  return std::unique_ptr<Backend>{std::make_unique<ServerBackend>(location, options)};
}

}  // namespace ce::store
