#include "kiosk/journal/transition.h"

#include <cstdlib>

namespace ce::journal {

bool may_settle(PrintState from, protocol::PrintOutcome outcome) {
  using protocol::PrintOutcome;
  switch (from) {
    case PrintState::requested:
      return outcome == PrintOutcome::failed;  // nothing was handed over, so nothing else can be true
    case PrintState::submitting:
    case PrintState::submitted:
      return true;
    case PrintState::unknown:
      return outcome != PrintOutcome::unknown;
    case PrintState::sent_to_printer:
      return outcome == PrintOutcome::confirmed;
    case PrintState::confirmed:
    case PrintState::failed:
      return false;
  }
  std::abort();
}

}  // namespace ce::journal
