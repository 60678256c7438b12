#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::drivers {

/// Requests to the SAM: command byte and parameter byte.
enum class SamCommand : std::uint16_t {
  reset = 0x10FF,
  status = 0x11FF,
  find = 0x2001,
  select = 0x2002,
  read = 0x3001,
};

/// Third status byte of a reply (GA 450 family). SW1 and SW2 vary by vendor and are not looked at.
enum class Sw3 : std::uint8_t {
  ok = 0x90,
  found = 0x9F,
  wrong_checksum = 0x10,
  wrong_length = 0x11,
  bad_command = 0x21,
  unknown_error = 0x24,
  card_not_authenticated = 0x31,
  sam_not_authenticated = 0x32,
  verification_failed = 0x33,
  wrong_card = 0x40,
  read_failed = 0x41,
  random_failed = 0x47,
  self_test_failed = 0x60,
  unauthorised = 0x66,
  no_card = 0x80,
  select_failed = 0x81,
};

/// One reply, taken apart. `data` may be a card's content.
struct SamReply {
  Sw3 status = Sw3::unknown_error;
  SecretText data;
};

/// The request as it goes over the wire.
[[nodiscard]] std::string encode_request(SamCommand command);

/// Precondition: at least three bytes, which FrameDecoder sees to.
[[nodiscard]] SamReply parse_reply(SecretText const& payload);

/// Whether a reply of this form can belong to `command`. The protocol numbers nothing, so a late reply
/// merged with the right one is told apart by its form alone.
[[nodiscard]] bool can_answer(SamReply const& reply, SamCommand command);

/// The 256-byte text block of a successful read. Photo and fingerprint are not taken out. Fails with
/// card_unreadable when the lengths in the reply do not fit.
[[nodiscard]] Result<SecretText> text_block(SamReply const& reply);

/// "41 read failed", for staff.
[[nodiscard]] std::string describe(Sw3 status);

}  // namespace ce::drivers
