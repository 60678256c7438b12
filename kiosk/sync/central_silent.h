#pragma once

#include "shared/base/failure.h"

namespace ce::sync {

/// Failures that mean central could not be asked, behind which what is kept here may stand in. One who is
/// refused, or a kiosk that is, may not.
[[nodiscard]] inline bool is_silence(FailureCode code) {
  switch (code) {
    case FailureCode::central_unreachable:
    case FailureCode::central_fault:
    case FailureCode::too_many_requests:
    case FailureCode::answer_malformed:
    case FailureCode::answer_version_unknown:
    case FailureCode::answer_too_large:
      return true;
    default:
      return false;
  }
}

}  // namespace ce::sync
