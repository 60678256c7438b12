#pragma once

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

namespace ce::store {

/// Lets what many threads want at the same time be done together: while some lead, the next group gathers.
/// Whoever comes while too few lead does the work of all that wait, in its own thread. Any thread.
template <class Job>
class Gathering {
 public:
  /// `most`: jobs of one group, more would make its first wait for long; `leaders`: groups at the same time.
  Gathering(std::size_t most, int leaders) : most_(most), leaders_(leaders) {}

  /// Returns once `run` was called, here or by another caller, for a group with `job` in it. A group is led
  /// by its first; of the others come those of whom `fits(group, one)` says so, in their order. `run` must
  /// not throw.
  template <class Run, class Fits>
  void join(Job& job, Run const& run, Fits const& fits) {
    Waiting self{&job, false, false, {}};
    std::unique_lock lock{mutex_};
    waiting_.push_back(&self);
    if (leading_ < leaders_) {
      ++leading_;
      self.leads = true;
    } else {
      self.wake.wait(lock, [&] { return self.done || self.leads; });
    }
    if (!self.done) lead(self, lock, run, fits);
  }

 private:
  struct Waiting {
    Job* job;
    bool done;
    bool leads;
    std::condition_variable wake;
  };

  template <class Run, class Fits>
  void lead(Waiting& self, std::unique_lock<std::mutex>& lock, Run const& run, Fits const& fits) {
    std::vector<Waiting*> taken{&self};
    std::vector<Job*> group{self.job};
    std::deque<Waiting*> left;
    for (auto* const one : waiting_) {
      if (one == &self) continue;
      // Who leads another group is about to begin it.
      bool const comes = !one->leads && group.size() < most_ && fits(std::span<Job* const>{group}, *one->job);
      if (comes) {
        taken.push_back(one);
        group.push_back(one->job);
      } else {
        left.push_back(one);
      }
    }
    waiting_ = std::move(left);
    lock.unlock();
    run(std::span<Job* const>{group});
    lock.lock();
    for (auto* const one : taken) {
      one->done = true;
      one->wake.notify_one();  // under the lock: the job goes as soon as its owner has seen this
    }
    pass_on();
  }

  void pass_on() {
    auto const next =
        std::find_if(waiting_.begin(), waiting_.end(), [](Waiting const* one) { return !one->leads; });
    if (next == waiting_.end()) {
      --leading_;
      return;
    }
    (*next)->leads = true;
    (*next)->wake.notify_one();
  }

  std::size_t most_;
  int leaders_;
  std::mutex mutex_;
  std::deque<Waiting*> waiting_;
  int leading_ = 0;
};

}  // namespace ce::store
