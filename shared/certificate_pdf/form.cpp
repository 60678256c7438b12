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

void draw_title(Pen& page, TypeCase& kai) {
  SetText const title = kai.set(U"广东省专业技术人员继续教育证书");
  double const width = title.width_em * measures::title_size;
  page.fill_colour(palette::crimson);
  page.stroke_colour(palette::crimson);
  page.text(title, {(measures::sheet_width - width) / 2, measures::title_baseline},
            {kai_font, measures::title_size, 1, 0.28, 0});
}

void draw_number(Pen& page, TypeCase& song, Sheet const& sheet) {
  SetText const label = song.set(U"证书编号：");
  SetText const number = song.set(decoded(sheet.number));
  Point const at{measures::number_right - number.width_em * measures::number_size, measures::number_baseline};
  page.text(label, {at.x - label.width_em * measures::number_size, at.y},
            {song_font, measures::number_size, 1, 0, 0});
  page.text(number, at, {song_font, measures::number_size, 1, 0, 0});
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
  ParagraphShape shape{{measures::body_left, 0},
                       measures::body_width,
                       measures::body_pitch,
                       2 * measures::body_size,
                       kai_font};
  int const lines = line_count(lay_out(kai, runs, shape), shape);
  shape.first_baseline.y = measures::body_middle + measures::body_pitch * (lines - 1) / 2.0;
  draw(page, lay_out(kai, runs, shape), kai_font);
}

void draw_issue(Pen& page, TypeCase& song, TypeCase& kai, Sheet const& sheet) {
  std::u32string const authority = decoded(sheet.authority);
  SetText const unit_label = song.set(U"发证单位（盖章）：");
  SetText const date_label = song.set(U"发证时间：");
  SetText const name = kai.set(authority);
  double const width = (unit_label.width_em + name.width_em) * measures::issue_size;
  double const condense = std::min(1.0, measures::issue_widest / width);
  double const left = measures::issue_right - width * condense;
  double const em = measures::issue_size * condense;

  Point const seal{measures::issue_right - measures::seal_from_right, measures::seal_middle};
  if (sheet.seal_mode == SealMode::e_seal) draw_seal(page, song, authority, seal);
  if (sheet.seal_mode == SealMode::window_stamp) {
    draw_stamp_place(page, seal);
    SetText const invalid = kai.set(U"未盖章无效");
    page.fill_colour(palette::bronze);
    page.text(invalid, {seal.x - invalid.width_em * 2.1, seal.y - 17}, {kai_font, 4.2, 1, 0, 0});
  }

  page.fill_colour(palette::ink);
  page.text(unit_label, {left, measures::authority_baseline},
            {song_font, measures::issue_size, condense, 0, 0});
  page.text(name, {left + unit_label.width_em * em, measures::authority_baseline},
            {kai_font, measures::issue_size, condense, 0, 0});
  page.text(date_label, {left, measures::date_baseline}, {song_font, measures::issue_size, condense, 0, 0});
  page.text(kai.set(decoded(sheet.issue_date.chinese())),
            {left + unit_label.width_em * em, measures::date_baseline},
            {kai_font, measures::issue_size, condense, 0, 0});
}

void draw_notes(Pen& page, TypeCase& song, Sheet const& sheet, QrCode const& code) {
  code.draw(page, {measures::qr_left, measures::qr_bottom});
  page.fill_colour(palette::ink);
  double const left = measures::qr_left + code.side() + measures::note_gap;
  double y = measures::note_baseline;
  for (std::u32string const& line :
       {std::u32string(U"说明：证书可凭编号在广东省人力资源和社会保障厅门户网站核实"),
        std::u32string(U"广东省人力资源和社会保障厅制"), U"N0：" + decoded(sheet.blank_number)}) {
    page.text(song.set(line), {left, y}, {song_font, measures::note_size, 1, 0, 0});
    y += measures::note_pitch;
  }
}

}  // namespace

void draw_form(Pen& page, TypeCase& song, TypeCase& kai, Sheet const& sheet, QrCode const& code) {
  page.fill_colour(palette::ink);
  draw_number(page, song, sheet);
  draw_title(page, kai);
  page.fill_colour(palette::ink);
  page.stroke_colour(palette::ink);
  draw_body(page, kai, sheet);
  draw_issue(page, song, kai, sheet);
  draw_notes(page, song, sheet, code);
}

}  // namespace ce::certificate_pdf
