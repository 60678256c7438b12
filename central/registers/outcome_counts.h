#pragma once

#include <string_view>

#include "central/registers/roll_up.h"

namespace ce::registers {

/// Adds so many prints of one outcome (empty: none was told) to what was printed. Private to this room.
void add_prints(RollUp& sum, std::string_view outcome, std::int64_t prints, std::int64_t with_blank,
                std::int64_t used_later);

}  // namespace ce::registers
