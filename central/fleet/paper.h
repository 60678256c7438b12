#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "central/store/store.h"
#include "shared/base/date.h"
#include "shared/base/result.h"

namespace ce::fleet {

/// The numbered blanks of one kiosk on one day (China), by central's books; the kiosk's own report of the day
/// says the same once its outbox is delivered. A number goes on the day of its print, or on the day that
/// staff voided it unprinted.
struct PaperDay {
  std::string kiosk;
  std::int64_t used = 0;   // gone that day, and not void now
  std::int64_t void_ = 0;  // gone that day, and void now
  std::int64_t left = 0;   // now, of all that was loaded; 0 where the kiosk is not on numbered paper
  bool loaded = false;     // any range ever was
};

/// One line a kiosk, of all that ever loaded paper or printed, or of `kiosk` alone; by id.
[[nodiscard]] Result<std::vector<PaperDay>> paper_of(store::Store const& store, std::string_view kiosk,
                                                     Date day);

}  // namespace ce::fleet
