#pragma once

#include <string_view>

/// The form to the millimetre: where everything stands on the A4 landscape sheet, measured from the lower
/// left corner; sizes of type are the height of the em.
namespace ce::certificate_pdf::measures {

inline constexpr double sheet_width = 297;
inline constexpr double sheet_height = 210;
inline constexpr double border_inset = 10;  // hall printers leave 4 to 6 mm unprinted

inline constexpr double micro_inset = 23.6;
inline constexpr double micro_em = 0.7;
inline constexpr double micro_drawn_em = 10.24;  // drawn large, so that rounding keeps its shapes
inline constexpr std::u32string_view micro_words = U"广东省专业技术人员继续教育证书";

inline constexpr double number_right = 263;
inline constexpr double number_baseline = 173;
inline constexpr double number_size = 4.2;

inline constexpr double title_baseline = 150;
inline constexpr double title_size = 12.4;

inline constexpr double body_left = 40;
inline constexpr double body_width = 217;
inline constexpr double body_middle = 107;  // of the lines of the paragraph
inline constexpr double body_pitch = 14.5;
inline constexpr double body_size = 7.4;
inline constexpr double name_size = 9.4;
inline constexpr double name_least_width = 42;

inline constexpr double issue_right = 257;
inline constexpr double issue_widest = 178;
inline constexpr double authority_baseline = 64;
inline constexpr double date_baseline = 52;
inline constexpr double issue_size = 5.4;
inline constexpr double seal_from_right = 27;  // centre, from the end of the authority's name
inline constexpr double seal_middle = 58;

inline constexpr double qr_left = 33;
inline constexpr double qr_bottom = 31;
inline constexpr double note_gap = 3;
inline constexpr double note_size = 3.5;
inline constexpr double note_pitch = 6;
inline constexpr double note_baseline = 34;

}  // namespace ce::certificate_pdf::measures
