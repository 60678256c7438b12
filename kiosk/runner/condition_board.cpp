#include "kiosk/runner/condition_board.h"

namespace ce::runner {

void ConditionBoard::change(std::function<void(session::Surroundings&)> const& how) {
  session::Surroundings after;
  {
    std::scoped_lock const lock{mutex_};
    auto const before = now_;
    how(now_);
    if (now_ == before) return;
    after = now_;
  }
  mailbox_->post(session::SurroundingsChanged{after});
}

void ConditionBoard::central_online(bool online) {
  change([online](auto& now) { now.central_online = online; });
}

void ConditionBoard::reader_ok(bool ok) {
  change([ok](auto& now) { now.reader_ok = ok; });
}

void ConditionBoard::printer_problem(std::optional<FailureCode> problem) {
  change([problem](auto& now) { now.printer_problem = problem; });
}

void ConditionBoard::prints_unresolved(int count) {
  change([count](auto& now) { now.prints_unresolved = count; });
}

void ConditionBoard::paper_low(std::optional<std::int64_t> left) {
  change([left](auto& now) { now.paper_low = left; });
}

void ConditionBoard::supplies(protocol::Supplies const& supplies) {
  std::scoped_lock const lock{mutex_};
  supplies_ = supplies;
}

std::optional<protocol::Supplies> ConditionBoard::supplies() const {
  std::scoped_lock const lock{mutex_};
  return supplies_;
}

session::Surroundings ConditionBoard::now() const {
  std::scoped_lock const lock{mutex_};
  return now_;
}

}  // namespace ce::runner
