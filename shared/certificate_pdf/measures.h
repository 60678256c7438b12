#pragma once

#include <string_view>

/// The form to the millimetre: where everything stands on the A4 landscape sheet, measured from the lower
/// left corner; sizes of type are the height of the em.
namespace ce::certificate_pdf::measures {

inline constexpr double sheet_width = 297;
inline constexpr double sheet_height = 210;
inline constexpr double border_inset = 10;  // hall printers leave 4 to 6 mm unprinted
inline constexpr double band_from = 10.85;  // the braid runs between these two lines
inline constexpr double band_to = 21;

inline constexpr double micro_inset = 22;
inline constexpr double inner_frame_inset = 23;
inline constexpr double micro_em = 0.8;
inline constexpr double micro_drawn_em = 2.56;  // drawn larger, so that rounding keeps its shapes
inline constexpr double micro_tolerance = 0.06;
inline constexpr std::u32string_view micro_words = U"广东省继续教育证书";

inline constexpr double left = 40;
inline constexpr double right = 257;

inline constexpr double number_baseline = 172;
inline constexpr double number_size = 4.4;

inline constexpr double title_baseline = 148;
inline constexpr double title_size = 13;
inline constexpr double title_embolden = 0.34;

inline constexpr double body_middle = 106;  // of the lines of the paragraph
inline constexpr double body_pitch = 14.5;
inline constexpr double body_size = 7.4;
inline constexpr double name_size = 9.4;
inline constexpr double name_least_width = 42;
inline constexpr double underline_drop = 2.1;

// Numbered stock: where values begin, and how wide a name's place is.
inline constexpr double stock_column = 168;
inline constexpr double stock_values_widest = right - stock_column;
inline constexpr double stock_name_room = 60;
inline constexpr double stock_year_room = 20;
inline constexpr double stock_name_two_lines = 5.4;  // the largest type of a name that takes two lines there
inline constexpr double stock_code = 40;             // room for the code from the left margin

inline constexpr double authority_baseline = 64;
inline constexpr double date_baseline = 52;
inline constexpr double issue_size = 5.4;
inline constexpr double issue_widest = 178;
inline constexpr double seal_middle = 58.5;
inline constexpr double stamp_words_size = 4.6;

inline constexpr double qr_bottom = 33;
inline constexpr double note_gap = 5;
inline constexpr double note_size = 3.5;
inline constexpr double note_pitch = 5.7;
inline constexpr double song_embolden = 0.04;  // the Song face is lighter than the Kai beside it

}  // namespace ce::certificate_pdf::measures
