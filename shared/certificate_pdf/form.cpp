#include "shared/certificate_pdf/form.h"

#include <algorithm>

#include "shared/base/text.h"
#include "shared/certificate_pdf/measures.h"
#include "shared/certificate_pdf/palette.h"
#include "shared/certificate_pdf/paragraph.h"
#include "shared/certificate_pdf/seal.h"

namespace ce::certificate_pdf {
namespace {

using certificate::SealMode;
using certificate::Sheet;

std::u32string decoded(std::string const& text) {
  return decode_utf8(text).value_or(U"");
}

void use_ink(Pen& page, Colour colour) {
  page.fill_colour(colour);
  page.stroke_colour(colour);
}

Pen::TextLook song_look(double size_mm, double condense = 1) {
  return {song_font, size_mm, condense, measures::song_embolden, 0};
}

void draw_title(Pen& page, TypeCase& kai) {
  SetText const title = kai.set(U"广东省专业技术人员继续教育证书", measures::title_size);
  double const width = title.width_em * measures::title_size;
  use_ink(page, palette::crimson);
  page.text(title, {(measures::sheet_width - width) / 2, measures::title_baseline},
            {kai_font, measures::title_size, 1, measures::title_embolden, 0});
}

void draw_number(Pen& page, TypeCase& song, Sheet const& sheet) {
  SetText const label = song.set(U"证书编号：", measures::number_size);
  SetText const number = song.set(decoded(sheet.number), measures::number_size);
  Point const at{measures::right - number.width_em * measures::number_size, measures::number_baseline};
  page.text(label, {at.x - label.width_em * measures::number_size, at.y}, song_look(measures::number_size));
  page.text(number, at, song_look(measures::number_size));
}

void draw_body(Pen& page, TypeCase& kai, Sheet const& sheet) {
  std::u32string const name = decoded(sheet.name);
  std::vector<Run> const runs{
      {name, measures::name_size, true, measures::name_least_width, 3, true,
       kai.faces().find_for_all(Style::kai, name)},
      {U"参加专业技术人员继续教育学习，经审核，已完成", measures::body_size, false, 0, 0, false},
      {decoded(std::to_string(sheet.year)), measures::body_size, true, 0, 1, false},
      {U"年度专业技术人员继续教育学习任务，根据《广东省专业技术人员继续教育条例》，特发此证。",
       measures::body_size, false, 0, 0, false},
  };
  ParagraphShape shape{{measures::left, 0},
                       measures::right - measures::left,
                       measures::body_pitch,
                       2 * measures::body_size,
                       kai_font};
  int const lines = line_count(lay_out(kai, runs, shape), shape);
  shape.first_baseline.y = measures::body_middle + measures::body_pitch * (lines - 1) / 2.0;
  draw(page, lay_out(kai, runs, shape), kai_font);
}

void draw_sealing(Pen& page, TypeCase const& song, TypeCase& kai, Sheet const& sheet, Point centre) {
  if (sheet.seal_mode == SealMode::e_seal) draw_seal(page, song, decoded(sheet.authority), centre);
  if (sheet.seal_mode != SealMode::window_stamp) return;
  draw_stamp_place(page, centre);
  SetText const invalid = kai.set(U"未盖章无效", measures::stamp_words_size);
  use_ink(page, palette::crimson);
  page.text(invalid, {centre.x - invalid.width_em * measures::stamp_words_size / 2, centre.y - 17},
            {kai_font, measures::stamp_words_size, 1, 0, 0});
}

/// Two labels whose colons stand under each other, two values from there; the whole ends at the right edge.
void draw_issue(Pen& page, TypeCase& song, TypeCase& kai, Sheet const& sheet) {
  SetText const unit_label = song.set(U"发证单位（盖章）：", measures::issue_size);
  SetText const date_label = song.set(U"发证时间：", measures::issue_size);
  SetText const unit = kai.set(decoded(sheet.authority), measures::issue_size);
  SetText const date = kai.set(decoded(sheet.issue_date.chinese()), measures::issue_size);
  double const values_em = std::max(unit.width_em, date.width_em);
  double const natural = (unit_label.width_em + values_em) * measures::issue_size;
  double const condense = std::min(1.0, measures::issue_widest / natural);
  double const em = measures::issue_size * condense;
  double const column = measures::right - values_em * em;

  // Over the middle of the name and the end of the date, as seals are pressed on official papers.
  double const seal_x = std::min(column + unit.width_em * em / 2, measures::right - seal_diameter / 2);
  draw_sealing(page, song, kai, sheet, {seal_x, measures::seal_middle});

  use_ink(page, palette::ink);
  auto const row = [&](SetText const& label, SetText const& value, double baseline) {
    page.text(label, {column - label.width_em * em, baseline}, song_look(measures::issue_size, condense));
    page.text(value, {column, baseline}, {kai_font, measures::issue_size, condense, 0, 0});
  };
  row(unit_label, unit, measures::authority_baseline);
  row(date_label, date, measures::date_baseline);
}

void draw_notes(Pen& page, TypeCase& song, Sheet const& sheet, QrCode const& code) {
  // The dark part, not the quiet zone around it, stands on the margin.
  double const corner = measures::left - code.quiet_zone();
  code.draw(page, {corner, measures::qr_bottom});
  use_ink(page, palette::ink);
  double const left = measures::left + code.side() - 2 * code.quiet_zone() + measures::note_gap;
  double y = measures::qr_bottom + code.quiet_zone() + 0.4;
  for (std::u32string const& line :
       {std::u32string(U"说明：证书可凭编号在广东省人力资源和社会保障厅门户网站核实"),
        std::u32string(U"广东省人力资源和社会保障厅制"), U"N0：" + decoded(sheet.blank_number)}) {
    page.text(song.set(line, measures::note_size), {left, y}, song_look(measures::note_size));
    y += measures::note_pitch;
  }
}

}  // namespace

void draw_form(Pen& page, TypeCase& song, TypeCase& kai, Sheet const& sheet, QrCode const& code) {
  draw_title(page, kai);
  use_ink(page, palette::ink);
  draw_number(page, song, sheet);
  draw_body(page, kai, sheet);
  draw_issue(page, song, kai, sheet);
  draw_notes(page, song, sheet, code);
}

}  // namespace ce::certificate_pdf
