#pragma once

#include <atomic>
#include <chrono>
#include <thread>

namespace ce::runner {

/// A device that one thread works with and another wants for a while: staff try the reader that visitors use.
class Lending {
 public:
  /// The other thread: whether the device was let go within `patience`. give_back() comes in any case.
  bool borrow(std::chrono::milliseconds patience) {
    away_ = false;
    wanted_ = true;
    auto const end = std::chrono::steady_clock::now() + patience;
    while (!away_ && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return away_;
  }
  void give_back() { wanted_ = false; }

  /// The device's own thread, before it touches it: true while it is lent. `let_go` closes the device.
  template <class LetGo>
  bool is_lent(LetGo const& let_go) {
    if (!wanted_) return false;
    if (!away_) {
      let_go();
      away_ = true;
    }
    return true;
  }
  [[nodiscard]] bool wanted() const { return wanted_; }

 private:
  std::atomic<bool> wanted_{false};
  std::atomic<bool> away_{false};
};

}  // namespace ce::runner
