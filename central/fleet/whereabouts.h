#pragma once

#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace ce::fleet {

/// Where kiosks speak from, as far as this process hears them. One machine has one address at a time and may
/// get another, or fall back to the one of before; who is heard from two of them in turn, three returns
/// within a quarter of an hour, is two machines with one identity, also where one of them keeps quiet about
/// itself (copies.h needs both to report). Nothing is stored. Any thread.
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
    std::array<std::optional<Tick>, 3> returns = {};  // between these two, the newest first
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
