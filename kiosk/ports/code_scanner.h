#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::ports {

/// A scanner of QR codes and barcodes on a line of its own. One worker thread; destroying it closes the
/// device.
class CodeScanner {
 public:
  virtual ~CodeScanner() = default;

  /// The bytes that have come in, any part of a code or of several; empty when none came before `deadline`.
  /// Fails at once with reader_absent (not plugged in; looked for again at the next call) or reader_fault.
  virtual Result<SecretText> read(Tick deadline) = 0;

  /// Closes the device, which the next call opens again: another may have it meanwhile.
  virtual void let_go() {}
};

}  // namespace ce::ports
