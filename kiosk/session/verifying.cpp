// 核验证书: anybody may ask by number; no visit's data are involved.
#include "kiosk/session/turn.h"

namespace ce::session {

void on(Turn& turn, VerifyCertificate const& /*event*/) {
  if (turn.at<Home>() || turn.at<VerifyResult>()) turn.go(VerifyEntry{});
}

void on(Turn& turn, Verified const& event) {
  if (turn.at<Verifying>()) turn.go(VerifyResult{event.answer});
}

void on(Turn& turn, VerifyFailed const& event) {
  auto const* verifying = turn.stage<Verifying>();
  if (verifying == nullptr) return;
  if (event.code == FailureCode::certificate_number_invalid) {
    turn.go(VerifyEntry{verifying->number, event.code});
    return;
  }
  fail(turn, event.code, VerifyEntry{verifying->number, {}});
}

}  // namespace ce::session
