#pragma once

#include <optional>
#include <string>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::ports {

/// A reader of identity cards. Every call may block for up to a second and belongs to one worker thread;
/// destroying the reader closes the device.
class CardReader {
 public:
  virtual ~CardReader() = default;

  /// Looks once for a newly laid card. Nothing: none there. A text block of 256 bytes (see
  /// identity::identity_from_card) once per laid card. Fails with reader_absent (not plugged in; looked for
  /// again at the next poll), reader_fault, or card_unreadable (lay it again).
  virtual Result<std::optional<SecretText>> poll() = 0;

  /// Whether the card read last still lies there. Nothing: this reader cannot tell.
  virtual Result<std::optional<bool>> card_present() = 0;
};

}  // namespace ce::ports
