#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "central/issuing/batch.h"
#include "central/issuing/candidates.h"

/// Private to this room.
namespace ce::issuing {

/// People of one transaction of a batch, judged beside the writer.
struct JudgedGroup {
  std::vector<std::int64_t> ids;
  std::vector<Candidate> judged;
  /// Nobody comes behind them.
  [[nodiscard]] bool is_last() const;
};

/// Judges a batch's people in a thread of its own, so that some are judged while those before are written.
/// What it is given has to outlive it. Ends with the group at hand when it goes.
class JudgedAhead {
 public:
  JudgedAhead(store::Store const& store, std::string const& region, BatchOrder const& order, Instant now);
  JudgedAhead(JudgedAhead const&) = delete;
  JudgedAhead& operator=(JudgedAhead const&) = delete;
  ~JudgedAhead();

  /// The next group, once it is judged; not called behind the last. Fails as candidates() does; what judging
  /// throws is thrown here.
  [[nodiscard]] Result<JudgedGroup> next();

 private:
  void run();
  bool wait_for_room();
  Result<bool> judge_some();
  Result<JudgedGroup> judge(storage::Database& database);
  Result<std::vector<std::int64_t>> next_people(storage::Database& database);

  store::Store const& store_;
  std::string const& region_;
  BatchOrder const& order_;
  Instant now_;
  std::int64_t last_ = 0;  // the thread's: up to whom people were read; an id, of people named the number
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<JudgedGroup> ready_;
  std::optional<Failure> failure_;
  std::exception_ptr thrown_;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace ce::issuing
