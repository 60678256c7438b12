#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ce::staff_area {

/// A number as it stands on a sheet of numbered stock: "GD-A-00000042" is prefix, digits and serial.
struct BlankText {
  std::string prefix;
  int digits = 0;
  std::int64_t serial = 0;
};

/// Nothing unless it ends in 4 to 12 digits that are not all zero and begins with at most 12 letters or '-'.
[[nodiscard]] std::optional<BlankText> parse_blank(std::string_view text);

/// Whether both ends of a run are written alike and in their order.
[[nodiscard]] bool is_run(BlankText const& first, BlankText const& last);

}  // namespace ce::staff_area
