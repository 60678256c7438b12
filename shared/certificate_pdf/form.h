#pragma once

#include <vector>

#include "shared/certificate/sheet.h"
#include "shared/certificate_pdf/pen.h"
#include "shared/certificate_pdf/qr_code.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

inline constexpr int song_font = 1;
inline constexpr int kai_font = 2;

/// A place of the form that is filled in, for staff to see.
struct Place {
  Point corner;  // lower left
  double width = 0;
  double height = 0;
  char const* name = "";
};
/// `faces` measures where the words leave room.
[[nodiscard]] std::vector<Place> variable_places(Fonts::Faces const& faces);

/// What numbered stock has not: the sheet's own facts, each in its place. As draw_form.
void draw_variable_parts(Pen& page, TypeCase& song, TypeCase& kai, certificate::Sheet const& sheet,
                         QrCode const& code);

/// What the stock has: the words of the annex, with room for the facts.
void draw_fixed_parts(Pen& page, TypeCase& song, TypeCase& kai);

/// The words of the regulation's annex and the sheet's facts, set on the page.
/// Precondition: check_sheet accepted `sheet`. An e-seal is called as the document's form "Seal".
void draw_form(Pen& page, TypeCase& song, TypeCase& kai, certificate::Sheet const& sheet, QrCode const& code);

}  // namespace ce::certificate_pdf
