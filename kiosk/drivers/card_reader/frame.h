#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/secret.h"

namespace ce::drivers {

/// Frame of the SAM protocol: AA AA AA 96 69 | length BE16 | payload | XOR over length and payload; the
/// length counts payload and XOR.
inline constexpr std::string_view frame_preamble = "\xAA\xAA\xAA\x96\x69";

/// The largest reply known, read with fingerprint, has 2321 bytes; a longer length is noise.
inline constexpr std::size_t longest_frame = 2321;

/// `payload` on the wire. Precondition: the frame fits in `longest_frame`.
[[nodiscard]] std::string encode_frame(std::string_view payload);

/// Finds frames in a stream of bytes that may be cut anywhere, merged, or preceded by noise. A false or
/// damaged preamble costs only itself: the search goes on in the byte after it, so a whole frame behind a
/// cut one is found. Bytes are wiped when they are given out or dropped.
class FrameDecoder {
 public:
  struct Incomplete {};  // bytes are missing yet
  struct Damaged {};     // a frame with a wrong checksum or an impossible length was dropped
  using Outcome = std::variant<SecretText, Incomplete, Damaged>;  // SecretText: a payload

  FrameDecoder();
  void take(std::string_view bytes);
  /// The next thing found; ask until Incomplete.
  Outcome next();
  /// Whether a preamble was seen whose frame is not complete.
  [[nodiscard]] bool in_frame() const;
  void clear();

 private:
  void drop(std::size_t count);

  SecretText bytes_;
};

}  // namespace ce::drivers
