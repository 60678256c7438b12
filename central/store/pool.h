#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "shared/storage/database.h"

namespace ce::store {

/// A few connections for whoever asks, opened when first needed and again when the server has closed them.
/// Private to this room; any thread.
class Pool {
 public:
  using Open = std::function<Result<storage::Database>()>;
  Pool(int most, Open open) : most_(most), open_(std::move(open)) {}

  /// A connection while it lives.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<storage::Database> database)
        : pool_(&pool), database_(std::move(database)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (database_) pool_->give_back(std::move(database_));
    }
    storage::Database& operator*() const { return *database_; }
    storage::Database* operator->() const { return database_.get(); }

   private:
    Pool* pool_;
    std::unique_ptr<storage::Database> database_;
  };

  /// Waits for one; fails as opening does.
  [[nodiscard]] Result<Lease> take();
  /// Opens one now, so that the first caller need not wait and a fault shows at the start.
  [[nodiscard]] Result<void> open_one();
  /// Closes those that nobody has, so that the next ones are opened anew.
  void drop_idle();

 private:
  [[nodiscard]] Result<std::unique_ptr<storage::Database>> open_another();
  void give_back(std::unique_ptr<storage::Database> database);

  int most_;
  Open open_;
  std::mutex mutex_;
  std::condition_variable returned_;
  int made_ = 0;
  std::vector<std::unique_ptr<storage::Database>> idle_;  // by pointer: a connection must not move
};

}  // namespace ce::store
