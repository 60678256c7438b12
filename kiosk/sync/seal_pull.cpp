#include "kiosk/sync/seal_pull.h"

namespace ce::sync {
namespace {

/// Of the line, not of the one picture: the others would fail as well.
bool is_of_the_line(FailureCode code) {
  return code == FailureCode::central_unreachable || code == FailureCode::central_refused ||
         code == FailureCode::central_fault || code == FailureCode::too_many_requests;
}

}  // namespace

void SealPull::note(Failure const& failure) const {
  logger_->event(log::Event::failure, {{"where", "seals"}, {"why", describe(failure)}});
}

Result<void> SealPull::fetch(ports::Central& central, std::string const& sha256) {
  CE_TRY(auto const png, central.fetch_seal(sha256));
  return book_->keep(sha256, png);
}

bool SealPull::round(ports::Central& central, std::set<std::string> const& wanted, Instant central_now,
                     std::chrono::milliseconds every, std::function<bool()> const& stop) {
  bool const recent = central_now >= settled_at_ && central_now.ms - settled_at_.ms < every.count();
  if (settled_ == wanted && recent) return true;
  auto const missing = book_->settle(wanted);
  if (!missing) {
    note(missing.failure());
    return false;
  }
  for (auto const& sha256 : *missing) {
    if (stop()) return true;
    auto const done = fetch(central, sha256);
    if (done) continue;
    note(done.failure());
    if (is_of_the_line(done.failure().code)) return false;
  }
  settled_ = wanted;
  settled_at_ = central_now;
  return true;
}

}  // namespace ce::sync
