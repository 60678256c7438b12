#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "central/registers/register.h"

namespace ce::registers {

/// What one level has issued and printed.
struct RollUp {
  std::string region;
  std::string name;  // "广东省广州市天河区"
  certificate::RegionLevel level = certificate::RegionLevel::district;
  bool with_all_below = false;   // a sum of the region with all below it, else what that region alone issued
  std::int64_t issued = 0;       // numbers given out, void ones included
  std::int64_t revoked = 0;      // of these
  std::int64_t lost = 0;         // numbers of sheets whose certificates a restore lost; none of these
  std::int64_t printed = 0;      // sheets that left a printer, of lost certificates too; so all below
  std::int64_t unresolved = 0;   // prints without outcome, or that staff must settle
  std::int64_t blanks_used = 0;  // paper blanks that hold a certificate
  std::int64_t blanks_void = 0;  // spoiled: given to a print that failed, and to none after it

  RollUp& operator+=(RollUp const& other);
};

/// From the top down: the sum of the scope, of each of its cities, and what each region issued by itself;
/// regions without any are left out of the lowest lines. One state of the store. The filter's days and kiosk
/// hold for prints and issue days alike. What each region and year come to is kept in the store and counted
/// anew where certificates have changed since; with days or a kiosk it is counted line by line, as are sheets
/// of lost certificates always. What it says is what the lines of the same filter come to.
[[nodiscard]] Result<std::vector<RollUp>> roll_up(store::Store& store, Filter const& filter);

}  // namespace ce::registers
