#pragma once

#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"

/// Private to this room.
namespace ce::pdf_signature {

/// Bytes kept free for a signature, half as many as digits; a time stamp takes as much again.
inline constexpr std::size_t signature_room = 8192;
inline constexpr std::size_t stamped_room = 2 * signature_room;

/// A file with a place for a signature.
struct Prepared {
  std::string bytes;
  std::size_t digits_at = 0;  // the first of 2 * room digits, behind '<'
  std::size_t room = signature_room;

  /// What is to be signed: all but the digits and the brackets around them.
  [[nodiscard]] std::string signed_part() const;
};

/// The file with an invisible signature field on its first page. `name` signs, at `now`. Fails with
/// sheet_not_rendered where the file is not as libharu writes it.
[[nodiscard]] Result<Prepared> prepare(std::string_view pdf, std::string_view name, Instant now,
                                       std::size_t room = signature_room);

}  // namespace ce::pdf_signature
