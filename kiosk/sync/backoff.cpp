#include "kiosk/sync/backoff.h"

#include <algorithm>

namespace ce::sync {

std::chrono::milliseconds Backoff::next() {
  auto const most = ceiling_.count();
  ceiling_ = std::min(ceiling_ * 2, longest_);
  return std::chrono::milliseconds{std::uniform_int_distribution<std::int64_t>{most / 2, most}(chance_)};
}

}  // namespace ce::sync
