#pragma once

#include <functional>
#include <mutex>

#include "kiosk/runner/mailbox.h"
#include "kiosk/session/state.h"
#include "shared/protocol/messages.h"

namespace ce::runner {

/// The kiosk's condition as the workers find it; every change is posted as SurroundingsChanged. Any thread.
class ConditionBoard {
 public:
  explicit ConditionBoard(Mailbox& mailbox) : mailbox_(&mailbox) {}

  void central_online(bool online);
  void reader_ok(bool ok);
  void printer_problem(std::optional<FailureCode> problem);
  void prints_unresolved(int count);
  /// How many blank numbers are left, once they are few.
  void paper_low(std::optional<std::int64_t> left);
  /// For central alone: no screen changes by it.
  void supplies(protocol::Supplies const& supplies);
  [[nodiscard]] std::optional<protocol::Supplies> supplies() const;
  [[nodiscard]] session::Surroundings now() const;

 private:
  void change(std::function<void(session::Surroundings&)> const& how);

  Mailbox* mailbox_;
  mutable std::mutex mutex_;
  session::Surroundings now_;
  std::optional<protocol::Supplies> supplies_;
};

}  // namespace ce::runner
