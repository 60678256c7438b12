#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/cache/region_page.h"

namespace ce::test {

/// A day of the region's copy: pages of later changes, a new snapshot, and changes again, on a disk that may
/// strike at any moment; and whether rows and cursor are always those of the same page.
class RegionDay {
 public:
  RegionDay();

  /// As a kiosk does: from wherever the copy says that it is, and again after a failure.
  void live() { go_on(); }
  /// The disk is in order again. `restarted`: the program or the machine was. Gives what is wrong.
  [[nodiscard]] std::vector<std::string> settle_up(bool restarted);
  void close() { copy_.reset(); }

 private:
  void go_on();
  Result<void> take_next(std::string const& cursor);
  void note(std::string const& what) { wrong_.push_back(what); }

  RegionRoom room_;
  std::optional<cache::RegionCopy> copy_;
  std::vector<std::string> wrong_;
};

}  // namespace ce::test
