#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ce::devices {

/// A reply frame of the SAM: preamble, length, SW1 SW2 SW3, data, XOR. Written apart from the driver's own
/// coding on purpose: a mistake there must not be mirrored here.
[[nodiscard]] std::string reply_frame(unsigned char sw3, std::string_view data = {});

/// One request as it was understood.
struct Request {
  unsigned char command = 0;
  unsigned char parameter = 0;
  bool checksum_right = false;
};

/// Takes the first complete request out of `bytes`, with whatever noise stood before it.
[[nodiscard]] std::optional<Request> take_request(std::string& bytes);

}  // namespace ce::devices
