#pragma once

#include <optional>

#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::ports {

/// A reader of identity cards. Every call may block for up to a second and belongs to one worker thread;
/// destroying the reader closes the device.
class CardReader {
 public:
  virtual ~CardReader() = default;

  /// Looks once for a newly laid card: true once per laid card, and read() is to follow. Fails with
  /// reader_absent (not plugged in; looked for again at the next call) or reader_fault.
  virtual Result<bool> find() = 0;

  /// Reads the card that find() saw: its text block of 256 bytes (see identity::identity_from_card). Takes
  /// long enough for the visitor to be told. Fails with card_unreadable (lay it again), or as find() does.
  virtual Result<SecretText> read() = 0;

  /// Whether the card read last still lies there. Nothing: this reader cannot tell.
  virtual Result<std::optional<bool>> card_present() = 0;

  /// Whether it is there and answers, whatever lies on it; nothing is looked for or read. Fails as find()
  /// does.
  virtual Result<void> check() { return {}; }

  /// Closes the device, which the next call opens again: another may have it meanwhile. What lies on it then
  /// is that other's: it is not found until it was gone once.
  virtual void let_go() {}
};

}  // namespace ce::ports
