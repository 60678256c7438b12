// 核验证书: anybody may ask by number; no visit's data are involved.
#include <algorithm>

#include "kiosk/session/limits.h"
#include "kiosk/session/step.h"
#include "kiosk/session/turn.h"
#include "shared/protocol/visit_code.h"

namespace ce::session {
namespace {

/// The number in the code of a sheet that was printed without a token: alone or at the end of an address.
std::string number_in(std::string const& scanned) {
  auto const number = scanned.substr(scanned.find_last_of("/=") + 1);
  bool const digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && number.size() == certificate_number_length ? number : std::string{};
}

}  // namespace

void on(Turn& turn, VerifyCertificate const& /*event*/) {
  if (!is_open(turn.state)) return;
  if (turn.at<Home>() || turn.at<VerifyResult>()) turn.go(VerifyEntry{});
}

// A code at a moment when a visit is under way is somebody else's.
void on(Turn& turn, CodeScanned const& event) {
  if (turn.state.visitor || !is_open(turn.state)) return;
  if (auto code = protocol::visit_code_in(event.text)) return begin_with(turn, std::move(*code));
  if (!turn.at<Home>() && !turn.at<VerifyEntry>() && !turn.at<VerifyResult>()) return;
  if (auto number = number_in(event.text); !number.empty()) {
    turn.ask(AskVerification{number});
    turn.go(Verifying{std::move(number)});
    return;
  }
  turn.ask(ExamineToken{event.text});
  turn.go(Verifying{});
}

void on(Turn& turn, TokenExamined const& event) {
  if (turn.at<Verifying>()) turn.go(VerifyResult{event.answer});
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
