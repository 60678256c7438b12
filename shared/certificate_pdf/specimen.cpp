#include "shared/certificate_pdf/specimen.h"

#include "shared/certificate_pdf/form.h"
#include "shared/certificate_pdf/measures.h"
#include "shared/certificate_pdf/palette.h"

namespace ce::certificate_pdf {
namespace {

constexpr double mark_size = 48;
constexpr double line_size = 7;
constexpr double line_pitch = 13;

void centre(Pen& page, TypeCase& type, std::u32string const& words, double size, double baseline, int font) {
  SetText const set = type.set(words, size);
  page.text(set, {(measures::sheet_width - set.width_em * size) / 2, baseline}, {font, size, 1, 0, 0});
}

}  // namespace

// Neither frame nor words of the form: nobody can make anything of it.
void draw_specimen(Pen& page, TypeCase& song, TypeCase& kai) {
  page.fill_colour(palette::crimson);
  page.stroke_colour(palette::crimson);
  centre(page, kai, U"培训样张", mark_size, measures::sheet_height * 0.56, kai_font);
  page.fill_colour(palette::ink);
  double baseline = measures::sheet_height * 0.36;
  for (std::u32string const& line : {std::u32string{U"本页由培训模式打印，不是证书。"},
                                     std::u32string{U"没有证书编号，没有二维码，不能核验，不记入台账。"},
                                     std::u32string{U"用后请作废。"}}) {
    centre(page, song, line, line_size, baseline, song_font);
    baseline -= line_pitch;
  }
}

}  // namespace ce::certificate_pdf
