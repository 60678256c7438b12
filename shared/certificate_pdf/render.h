#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/certificate/sheet.h"
#include "shared/certificate_pdf/fonts.h"

namespace ce::certificate_pdf {

/// Which paper the sheet is printed on, and where.
struct Placement {
  /// Numbered stock with the form on it: only name, year, number, authority, date, code and seal are printed,
  /// in the places that the form has for them; a long name is condensed to its place.
  bool preprinted = false;
  double right_mm = 0;  // how far this printer needs everything moved, by its calibration sheet
  double down_mm = 0;
};

/// The sheet as a PDF file: A4, fonts embedded and subset, text extractable, and the same bytes for the same
/// sheet and fonts. Under 60 KB for any name of life, with any picture of a seal; sixty different dense
/// characters take up to 77 KB.
/// Any thread, one document per call; some 10 ms.
/// Fails with name_not_covered (a character that no font draws; before anything is used up),
/// input_invalid (an empty or overlong field, a seal picture that cannot be read) or sheet_not_rendered.
[[nodiscard]] Result<std::string> render(certificate::Sheet const& sheet, Fonts const& fonts,
                                         Placement const& placement = {});

/// Whether a picture of a seal can stand on sheets; it is made ready for them, which takes some hundredths of
/// a second the first time, up to one for what looks like no seal. Any thread. Fails with input_invalid.
[[nodiscard]] Result<void> check_seal_picture(std::string const& png, Fonts const& fonts);

/// A page for staff to lay over a blank of the stock against the light: the places of the variable parts,
/// crosses and rulers in millimetres, printed where render() would print. Fails as render().
[[nodiscard]] Result<std::string> render_calibration(Fonts const& fonts, Placement const& placement);

/// The form without its variable parts, as the stock is made. Fails as render().
[[nodiscard]] Result<std::string> render_stock(Fonts const& fonts);

/// A page that says that it is a specimen, for training: neither form nor frame, number or code. Fails as
/// render().
[[nodiscard]] Result<std::string> render_specimen(Fonts const& fonts);

}  // namespace ce::certificate_pdf
