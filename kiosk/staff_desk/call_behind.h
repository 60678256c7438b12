#pragma once

#include <functional>
#include <optional>

#include "kiosk/items/item.h"
#include "kiosk/runner/worker.h"

namespace ce::staff_desk {

/// Calls that nothing breaks off (central, a printer over IPP), on a thread of their own: who asked need not
/// wait for their end. One at a time, so that no two enrol this machine at once.
class CallBehind {
 public:
  CallBehind() : worker_(std::chrono::hours{1}, nullptr) {}
  void start() { worker_.start(); }
  /// Waits for the call under way.
  void stop() { worker_.stop(); }

  /// What `call` says; nothing once `given_up` holds: a call under way ends by itself, another is never
  /// begun. `call` owns what it needs. Blocks; not on the interface thread.
  std::optional<items::Verdict> ask(std::function<items::Verdict()> call,
                                    std::function<bool()> const& given_up);

 private:
  runner::Worker worker_;
};

}  // namespace ce::staff_desk
