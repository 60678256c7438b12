#pragma once

#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/protocol/messages.h"

namespace ce::training {

/// Somebody to practise with, who does not exist.
struct Learner {
  std::string label;   // of the key that lays their card: what a visit of theirs shows
  std::string secret;  // their query password
  std::string birth;   // YYYYMMDD
  protocol::PersonYears years;
};

/// In the order of the keys on the screen. Their years end with the one of `now`.
[[nodiscard]] std::vector<Learner> learners(Instant now);

}  // namespace ce::training
