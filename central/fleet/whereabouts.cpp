#include "central/fleet/whereabouts.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "central/verification/rate_limit.h"

namespace ce::fleet {
namespace {

constexpr std::chrono::minutes a_while{15};

}  // namespace

void Whereabouts::heard(std::string_view kiosk, std::string_view address, Tick now) {
  auto const from = verification::caller_of(address);
  std::scoped_lock const lock{mutex_};
  auto at = kiosks_.find(kiosk);
  if (at == kiosks_.end()) at = kiosks_.emplace(std::string{kiosk}, Kiosk{}).first;
  auto& one = at->second;
  bool const ipv4 = from.find('.') != std::string::npos && from.find(':') == std::string::npos;
  auto& place = ipv4 ? one.ipv4 : one.ipv6;
  if (!place) place = Place{from};
  if (place->now != from) {
    if (place->before != from) place->returns = {};
    if (place->before == from && now - place->left < a_while) {
      std::shift_right(place->returns.begin(), place->returns.end(), 1);
      place->returns.front() = now;
      auto const& first = place->returns.back();
      if (first && now - *first < a_while) one.found = now;
    }
    place->before = std::exchange(place->now, from);
    place->left = place->last;
  }
  place->last = now;
}

std::set<std::string> Whereabouts::in_two_places(Tick now) const {
  std::scoped_lock const lock{mutex_};
  std::set<std::string> found;
  for (auto const& [kiosk, one] : kiosks_) {
    if (one.found && now - *one.found < a_while) found.insert(kiosk);
  }
  return found;
}

}  // namespace ce::fleet
