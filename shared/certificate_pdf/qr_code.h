#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/certificate_pdf/pen.h"
#include "shared/qr/qr.h"

namespace ce::certificate_pdf {

/// A QR code (ISO/IEC 18004), level M. Measured: what decides whether a print scans is the size of a
/// module, hardly the length of the text, so a module is never smaller than 0.5 mm.
class QrCode {
 public:
  /// Fails with input_invalid for an empty text or one of more than 300 bytes.
  static Result<QrCode> make(std::string const& text);

  /// With the quiet zone of 4 modules that the standard asks for, in millimetres.
  [[nodiscard]] double side() const { return module_ * (code_.width + 2 * qr::quiet_zone); }
  [[nodiscard]] double quiet_zone() const { return module_ * qr::quiet_zone; }
  /// On white, its lower left corner at `corner`.
  void draw(Pen& pen, Point corner) const;

 private:
  qr::Code code_;
  double module_ = 0;
};

}  // namespace ce::certificate_pdf
