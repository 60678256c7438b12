#pragma once

#include <string>
#include <string_view>

namespace ce::identity {

/// A name as a screen shows it: every character but the last becomes '*' ("**明"); Latin names keep each
/// word's first letter ("J*** S****"); a single character is hidden. Malformed UTF-8 is hidden whole.
[[nodiscard]] std::string mask_name(std::string_view name);

/// First 3 and last 4 characters with stars between; shorter than 8 is hidden whole.
[[nodiscard]] std::string mask_id_number(std::string_view number);

}  // namespace ce::identity
