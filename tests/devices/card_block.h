#pragma once

#include <string>

#include "shared/base/result.h"
#include "tests/devices/card_file.h"

namespace ce::devices {

/// The 256-byte text block of a card: UTF-16LE, padded with blanks, fields by its kind (id-card reader wire
/// facts, GA 450 family). Fails with config_value_invalid when a text is not UTF-8 or longer than its field.
[[nodiscard]] Result<std::string> text_block_of(Card const& card);

/// UTF-8 to UTF-16LE bytes. Precondition: well-formed.
[[nodiscard]] std::string utf16le(std::string const& text);

}  // namespace ce::devices
