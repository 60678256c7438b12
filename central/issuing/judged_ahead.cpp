#include "central/issuing/judged_ahead.h"

#include <algorithm>

#include "central/issuing/ready_list.h"
#include "shared/storage/id_list.h"

namespace ce::issuing {
namespace {

/// On one state of the store: each that a file's reader takes anew makes it give back all that it had of the
/// file.
constexpr std::size_t groups_ahead = 4;

}  // namespace

bool JudgedGroup::is_last() const {
  return ids.size() < storage::most_ids;
}

JudgedAhead::JudgedAhead(store::Store const& store, std::string const& region, BatchOrder const& order,
                         Instant now)
    : store_(store), region_(region), order_(order), now_(now), thread_([this] { run(); }) {}

JudgedAhead::~JudgedAhead() {
  {
    std::lock_guard const lock{mutex_};
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

Result<JudgedGroup> JudgedAhead::next() {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [&] { return !ready_.empty() || failure_ || thrown_; });
  if (ready_.empty() && thrown_) std::rethrow_exception(thrown_);
  if (ready_.empty()) return *failure_;
  auto group = std::move(ready_.front());
  ready_.pop_front();
  lock.unlock();
  changed_.notify_all();
  return group;
}

void JudgedAhead::run() {
  std::optional<Failure> failure;
  std::exception_ptr thrown;
  try {
    for (bool more = true; more && wait_for_room();) {
      auto const judged = judge_some();
      if (!judged) failure = judged.failure();
      more = judged && *judged;
    }
  } catch (...) {
    thrown = std::current_exception();
  }
  std::lock_guard const lock{mutex_};
  failure_ = std::move(failure);
  thrown_ = thrown;
  changed_.notify_all();
}

bool JudgedAhead::wait_for_room() {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [&] { return stopped_ || ready_.size() < groups_ahead; });
  return !stopped_;
}

/// Whether there are more behind them.
Result<bool> JudgedAhead::judge_some() {
  bool more = true;
  CE_CHECK(store_.read([&](storage::Database& database) -> Result<void> {
    for (std::size_t i = 0; i < groups_ahead && more; ++i) {
      CE_TRY(auto group, judge(database));
      std::lock_guard const lock{mutex_};
      more = !group.is_last() && !stopped_;
      ready_.push_back(std::move(group));
      changed_.notify_all();
    }
    return {};
  }));
  return more;
}

Result<JudgedGroup> JudgedAhead::judge(storage::Database& database) {
  JudgedGroup group;
  CE_TRY(group.ids, next_people(database));
  if (group.ids.empty()) return group;
  CE_TRY(group.judged, candidates(database, store_.rules(), order_.year, group.ids, now_, Judged::ahead));
  return group;
}

Result<std::vector<std::int64_t>> JudgedAhead::next_people(storage::Database& database) {
  if (order_.people.empty()) {
    CE_TRY(auto ids, ready_ids(database, region_, order_.year, last_, static_cast<int>(storage::most_ids)));
    if (!ids.empty()) last_ = ids.back();
    return ids;
  }
  auto const from = order_.people.begin() + last_;
  auto const count = std::min<std::int64_t>(storage::most_ids, order_.people.end() - from);
  last_ += count;
  return std::vector<std::int64_t>{from, from + count};
}

}  // namespace ce::issuing
