#include <algorithm>
#include <chrono>
#include <mutex>
#include <random>
#include <thread>

#include "central/postgres/postgres.h"
#include "central/store/backend.h"
#include "central/store/ids.h"
#include "central/store/pool.h"
#include "central/store/schema.h"
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

/// Which failures have left nothing and may go away by running the work again. A commit in doubt may have
/// been kept, so it is told and never repeated.
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

/// Pools of connections that write and that read.
class ServerBackend final : public Backend {
 public:
  ServerBackend(std::string const& location, int readers, int writers)
      : writers_(writers, [location] { return postgres::connect(location, {}); }),
        readers_(readers, [location] { return postgres::connect(location, {.reader = true}); }) {}

  Result<void> write(Work const& work, storage::Isolation isolation) override {
    std::unique_lock retrying{retrying_, std::defer_lock};
    Patience patience{isolation};
    for (int attempt = 1;; ++attempt) {
      auto done = attempt <= attempts_beside_others ? write_in_turn<Turns::Beside>(work, isolation)
                                                    : write_in_turn<Turns::Alone>(work, isolation);
      if (done || attempt == most_attempts || !patience.allows(done.failure().code)) return done;
      if (attempt == attempts_side_by_side) retrying.lock();
      wait_after(attempt);
    }
  }

  Result<void> read(Work const& work) override {
    CE_TRY(auto const connection, readers_.take());
    CE_TRY(auto transaction, connection->begin());
    CE_CHECK(work(*connection));
    return transaction.commit();
  }

 private:
  static Result<void> write_once(storage::Database& database, Work const& work,
                                 storage::Isolation isolation) {
    CE_TRY(auto transaction, database.begin(isolation));
    CE_CHECK(work(database));
    return transaction.commit();
  }

  /// Turn: Turns::Beside or Turns::Alone.
  template <class Turn>
  Result<void> write_in_turn(Work const& work, storage::Isolation isolation) {
    Turn const turn{turns_};
    CE_TRY(auto const connection, writers_.take());
    return write_once(*connection, work, isolation);
  }

  std::mutex retrying_;
  Turns turns_;
  Pool writers_;
  Pool readers_;
};

}  // namespace

Result<std::unique_ptr<Backend>> open_server(std::string const& location, int readers, int writers) {
  CE_TRY(auto database, postgres::connect(location, {}));
  CE_CHECK(postgres::migrate(database, location, schema(), catch_up_ids));
  return std::unique_ptr<Backend>{std::make_unique<ServerBackend>(location, readers, writers)};
}

}  // namespace ce::store
