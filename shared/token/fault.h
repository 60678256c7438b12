#pragma once

#include <cstdint>
#include <string_view>

namespace ce::token {

/// Why a token proves nothing.
enum class Fault : std::uint8_t {
  too_long,         // more than longest_scanned bytes
  wrong_length,     // not 152 characters
  not_base32,       // a character that is none of A-Z and 2-7
  version_unknown,  // made by a later program
  malformed,        // a number, year, region or date that cannot be
  key_unknown,      // signed with a key that is not known here
  signature_wrong,  // not signed by that key, or changed since
  key_revoked,      // somebody else may have the key
  key_expired,      // its validity is over
  key_retired,      // issued after the key had retired
};

/// "signature_wrong"; stable, for messages and the command line.
[[nodiscard]] std::string_view word_of(Fault fault);

}  // namespace ce::token
