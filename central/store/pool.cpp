#include "central/store/pool.h"

#include <utility>

namespace ce::store {

Result<std::unique_ptr<storage::Database>> Pool::open_another() {
  auto opened = open_();
  if (opened) return std::make_unique<storage::Database>(std::move(*opened));
  {
    std::lock_guard const lock{mutex_};
    --made_;
  }
  returned_.notify_one();
  return opened.failure();
}

Result<Pool::Lease> Pool::take() {
  std::unique_ptr<storage::Database> found;
  {
    std::unique_lock lock{mutex_};
    returned_.wait(lock, [this] { return !idle_.empty() || made_ < most_; });
    if (idle_.empty()) {
      ++made_;
    } else {
      found = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (found && !found->usable()) found.reset();
  if (!found) {
    CE_TRY(found, open_another());
  }
  return Lease{*this, std::move(found)};
}

Result<void> Pool::open_one() {
  {
    std::lock_guard const lock{mutex_};
    if (made_ == most_) return {};
    ++made_;
  }
  CE_TRY(auto opened, open_another());
  give_back(std::move(opened));
  return {};
}

void Pool::drop_idle() {
  std::vector<std::unique_ptr<storage::Database>> dropped;  // closed when the lock is free again
  {
    std::lock_guard const lock{mutex_};
    dropped = std::exchange(idle_, {});
    made_ -= static_cast<int>(dropped.size());
  }
  if (!dropped.empty()) returned_.notify_all();
}

void Pool::give_back(std::unique_ptr<storage::Database> database) {
  bool const sound = database->usable();
  {
    std::lock_guard const lock{mutex_};
    if (sound) {
      idle_.push_back(std::move(database));
    } else {
      --made_;
    }
  }
  returned_.notify_one();
}

}  // namespace ce::store
