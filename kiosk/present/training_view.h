#pragma once

#include <string>
#include <vector>

#include "kiosk/present/staff_view.h"

namespace ce::present {

/// What every screen carries while staff practise: a mark across it and a band under the header.
struct TrainingView {
  std::u32string mark;             // 培训
  std::string note;                // what this is
  std::vector<StaffKeyView> keys;  // cards to lay, to take, the end
};

}  // namespace ce::present
