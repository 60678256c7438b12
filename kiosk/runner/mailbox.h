#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "kiosk/session/event.h"

namespace ce::runner {

/// What a worker has to say: of a visit, or (without one) of the kiosk itself.
struct Letter {
  std::optional<session::VisitId> visit;
  session::Event event;
};

/// From the workers to the interface thread: letters in the order of posting, and a knock that wakes it.
/// Any thread may post; the interface thread takes.
class Mailbox {
 public:
  explicit Mailbox(std::function<void()> knock) : knock_(std::move(knock)) {}

  void post(session::VisitId visit, session::Event event) { put({visit, std::move(event)}); }
  void post(session::Event event) { put({std::nullopt, std::move(event)}); }
  /// Everything posted since the last call.
  [[nodiscard]] std::vector<Letter> take();

 private:
  void put(Letter letter);

  std::function<void()> knock_;
  std::mutex mutex_;
  std::vector<Letter> letters_;
};

}  // namespace ce::runner
