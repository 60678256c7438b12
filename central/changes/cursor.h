#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce::changes {

/// How far a kiosk has read: opaque to it. The last number seen of each scope, within one epoch of the store,
/// for one region and one choice of kinds.
struct Cursor {
  std::string epoch;
  std::string region;
  std::int64_t kinds = 0;  // a bit for each that was asked for
  std::map<std::string, std::int64_t, std::less<>> seen;
  bool operator==(Cursor const&) const = default;
};

/// "1.<epoch>.<region>.<kinds>.<scope>-<number>_<scope>-<number>": letters, digits and . - _ alone, as a
/// query takes them.
[[nodiscard]] std::string text_of(Cursor const& cursor);
/// Fails with input_invalid for what text_of() never wrote.
[[nodiscard]] Result<Cursor> read_cursor(std::string_view text);

}  // namespace ce::changes
