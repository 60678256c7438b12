#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace ce::fleet {

/// Where kiosks speak from, as far as this process hears them. One machine has one address at a time and may
/// get another; who is heard from a second one and then from the first again is two machines with one
/// identity, also where one of them keeps quiet about itself (copies.h needs both to report). Nothing is
/// stored. Any thread.
class Whereabouts {
 public:
  /// That kiosk, let in a moment ago, spoke from that address.
  void heard(std::string_view kiosk, std::string_view address, Tick now);
  /// Those that were found in two places within the last quarter of an hour.
  [[nodiscard]] std::set<std::string> in_two_places(Tick now) const;

 private:
  struct Place {
    std::string now;
    std::string before = {};
    Tick left = {};  // when it was heard from there last
    Tick last = {};
  };
  struct Kiosk {
    std::optional<Place> ipv4;  // one machine may have one of each
    std::optional<Place> ipv6;
    std::optional<Tick> found;
  };
  mutable std::mutex mutex_;
  std::map<std::string, Kiosk, std::less<>> kiosks_;
};

}  // namespace ce::fleet
