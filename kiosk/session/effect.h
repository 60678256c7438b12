#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/session/state.h"

namespace ce::session {

// What step() asks the runner to do; every one of them away from the UI thread.

struct FindPerson {
  protocol::PersonQuery query;
};
/// Journal, render, print, follow; answers PrintAdvanced ... PrintEnded.
struct PrintCertificate {
  SecretText name;
  int year = 0;
  protocol::CertificateLine certificate;
};
struct AskVerification {
  std::string number;
};
/// Answers TokenExamined.
struct ExamineToken {
  std::string scanned;
};
/// Answers CardLifted when the card is gone.
struct WatchCard {};
/// The visit is over: late work of it is dropped, its memory wiped, cards are accepted again.
struct EndVisit {};

using Effect = std::variant<FindPerson, PrintCertificate, AskVerification, ExamineToken, WatchCard, EndVisit>;

}  // namespace ce::session
