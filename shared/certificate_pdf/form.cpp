#include "shared/certificate_pdf/form.h"

#include <algorithm>
#include <cstdlib>

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

// 补打 stands before the number, where a clerk's eye begins.
void draw_reprint_mark(Pen& page, TypeCase& song, Sheet const& sheet) {
  if (!sheet.reprint) return;
  SetText const mark = song.set(U"（补打）", measures::number_size);
  double const width = song.set(U"证书编号：44010625000001", measures::number_size).width_em;
  page.text(mark,
            {measures::right - (width + mark.width_em) * measures::number_size, measures::number_baseline},
            song_look(measures::number_size));
}

void draw_number(Pen& page, TypeCase& song, Sheet const& sheet) {
  SetText const label = song.set(U"证书编号：", measures::number_size);
  SetText const number = song.set(decoded(sheet.number), measures::number_size);
  Point const at{measures::right - number.width_em * measures::number_size, measures::number_baseline};
  page.text(label, {at.x - label.width_em * measures::number_size, at.y}, song_look(measures::number_size));
  page.text(number, at, song_look(measures::number_size));
}

// `year_room`: on stock the year has a line to stand on, of that width; else it is one of the words.
std::vector<PlacedText> placed_body(TypeCase& kai, Sheet const& sheet,
                                    double name_room = measures::name_least_width, double year_room = 0) {
  std::u32string const name = decoded(sheet.name);
  std::vector<Run> const runs{
      {name, measures::name_size, true, name_room, 3, true, kai.faces().find_for_all(Style::kai, name)},
      {U"参加专业技术人员继续教育学习，经审核，已完成", measures::body_size, false, 0, 0, false},
      {decoded(std::to_string(sheet.year)), measures::body_size, true, year_room, 1, year_room > 0},
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
  return lay_out(kai, runs, shape);
}

void draw_body(Pen& page, TypeCase& kai, Sheet const& sheet) {
  draw(page, placed_body(kai, sheet), kai_font);
}

// On stock the name and the year stand where the form with the least_condense name leaves room for them.
struct Blank {
  Point from;  // on the baseline
  double width = 0;
};
struct BodyBlanks {
  std::vector<PlacedText> words;
  Blank name;
  Blank year;
};

BodyBlanks body_blanks(TypeCase& kai) {
  Sheet narrow;
  narrow.name = "一";
  narrow.year = 2000;
  BodyBlanks blanks;
  for (auto& placed : placed_body(kai, narrow, measures::stock_name_room, measures::stock_year_room)) {
    if (placed.underline_to > placed.underline_from) {
      auto& blank = blanks.name.width == 0 ? blanks.name : blanks.year;
      blank = {{placed.underline_from, placed.baseline.y}, placed.underline_to - placed.underline_from};
      placed.glyphs = {};
    }
    blanks.words.push_back(std::move(placed));
  }
  return blanks;
}

void draw_sealing(Pen& page, TypeCase& kai, Sheet const& sheet, Point centre) {
  if (sheet.seal_mode == SealMode::e_seal) draw_seal(page, centre);
  if (sheet.seal_mode != SealMode::window_stamp) return;
  draw_stamp_place(page, centre);
  SetText const invalid = kai.set(U"未盖章无效", measures::stamp_words_size);
  use_ink(page, palette::crimson);
  page.text(invalid, {centre.x - invalid.width_em * measures::stamp_words_size / 2, centre.y - 17},
            {kai_font, measures::stamp_words_size, 1, 0, 0});
}

constexpr double least_condense = 0.75;  // more condensed than this is not read any more

void centre(Pen& page, TypeCase& kai, std::u32string const& text, double em, double condense,
            Blank const& blank, Face const* face) {
  SetText const set = kai.set(text, em, face);
  page.text(set, {blank.from.x + (blank.width - set.width_em * em * condense) / 2, blank.from.y},
            {kai_font, em, condense, 0, 0});
}

// Centred in its blank; what is too wide is condensed, then set smaller.
void fill(Pen& page, TypeCase& kai, std::u32string const& text, double size, Blank const& blank,
          Face const* face) {
  double const natural = kai.set(text, size, face).width_em;
  double const condense = std::clamp(blank.width / (natural * size), least_condense, 1.0);
  centre(page, kai, text, std::min(size, blank.width / (natural * condense)), condense, blank, face);
}

/// Behind the dot or the blank nearest to the middle; in the middle of a name that has none.
std::size_t break_of(std::u32string const& name) {
  auto const middle = static_cast<std::ptrdiff_t>(name.size() / 2);
  std::size_t best = 0;
  for (std::size_t i = 1; i < name.size(); ++i) {
    char32_t const before = name[i - 1];
    if (before != U' ' && before != U'\u00B7' && before != U'\u2022' && before != U'\u30FB') continue;
    auto const off = [&](std::size_t at) { return std::abs(static_cast<std::ptrdiff_t>(at) - middle); };
    if (best == 0 || off(i) < off(best)) best = i;
  }
  // A break near an end would leave one line as long as the name.
  return best * 4 < name.size() || best * 4 > name.size() * 3 ? name.size() / 2 : best;
}

// A name that one line would make smaller than the words around it takes two, of one size and one width.
void fill_name(Pen& page, TypeCase& kai, std::u32string const& name, Blank const& blank, Face const* face) {
  constexpr double least = 0.9 * measures::body_size;
  double const natural = kai.set(name, least, face).width_em;
  if (natural * least * least_condense <= blank.width) {
    return fill(page, kai, name, measures::name_size, blank, face);
  }
  auto const at = break_of(name);
  auto first = name.substr(0, at);
  if (first.back() == U' ') first.pop_back();
  auto const second = name.substr(at);
  double const longer = std::max(kai.set(first, 1, face).width_em, kai.set(second, 1, face).width_em);
  double const size = std::min(measures::stock_name_two_lines, blank.width / (longer * least_condense));
  double const condense = std::min(1.0, blank.width / (longer * size));
  centre(page, kai, first, size, condense, {{blank.from.x, blank.from.y + 1.12 * size}, blank.width}, face);
  centre(page, kai, second, size, condense, blank, face);
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
  draw_sealing(page, kai, sheet, {seal_x, measures::seal_middle});

  use_ink(page, palette::ink);
  auto const row = [&](SetText const& label, SetText const& value, double baseline) {
    page.text(label, {column - label.width_em * em, baseline}, song_look(measures::issue_size, condense));
    page.text(value, {column, baseline}, {kai_font, measures::issue_size, condense, 0, 0});
  };
  row(unit_label, unit, measures::authority_baseline);
  row(date_label, date, measures::date_baseline);
}

void draw_code(Pen& page, QrCode const& code) {
  // The dark part, not the quiet zone around it, stands on the margin.
  code.draw(page, {measures::left - code.quiet_zone(), measures::qr_bottom});
}

void draw_notes(Pen& page, TypeCase& song, Sheet const& sheet, QrCode const& code) {
  draw_code(page, code);
  use_ink(page, palette::ink);
  double const left = measures::left + code.side() - 2 * code.quiet_zone() + measures::note_gap;
  double y = measures::qr_bottom + code.quiet_zone() + 0.4;
  std::vector<std::u32string> lines{U"说明：证书可凭编号在广东省人力资源和社会保障厅门户网站核实",
                                    U"广东省人力资源和社会保障厅制"};
  // N0 is the number of a sheet of paper: what has no paper (the electronic copy) has no label to be filled
  // in.
  if (!sheet.blank_number.empty()) lines.push_back(U"N0：" + decoded(sheet.blank_number));
  for (std::u32string const& line : lines) {
    page.text(song.set(line, measures::note_size), {left, y}, song_look(measures::note_size));
    y += measures::note_pitch;
  }
}

// On stock the labels stand before a fixed column, and the notes beside the place of the widest code.
void draw_stock_labels(Pen& page, TypeCase& song) {
  auto const label = [&](std::u32string const& words, double size, Point end) {
    SetText const text = song.set(words, size);
    page.text(text, {end.x - text.width_em * size, end.y}, song_look(size));
  };
  double const digits_em = song.set(U"44010625000001", measures::number_size).width_em;
  label(U"证书编号：", measures::number_size,
        {measures::right - digits_em * measures::number_size, measures::number_baseline});
  label(U"发证单位（盖章）：", measures::issue_size, {measures::stock_column, measures::authority_baseline});
  label(U"发证时间：", measures::issue_size, {measures::stock_column, measures::date_baseline});
  double y = measures::qr_bottom + 4.4;
  for (std::u32string const& line :
       {std::u32string(U"说明：证书可凭编号在广东省人力资源和社会保障厅门户网站核实"),
        std::u32string(U"广东省人力资源和社会保障厅制"), std::u32string(U"N0：")}) {
    page.text(song.set(line, measures::note_size), {measures::left + measures::stock_code, y},
              song_look(measures::note_size));
    y += measures::note_pitch;
  }
}

}  // namespace

std::vector<Place> variable_places(Fonts::Faces const& faces) {
  TypeCase scratch(faces, Style::kai);
  auto const blanks = body_blanks(scratch);
  auto const over = [](Blank const& blank, char const* name) {
    return Place{{blank.from.x, blank.from.y - measures::underline_drop}, blank.width, 10, name};
  };
  return {
      over(blanks.name, "姓名"),
      over(blanks.year, "年度"),

      {{measures::right - 32, measures::number_baseline - 1.5}, 32, 6, "编号"},
      {{measures::stock_column, measures::authority_baseline - 2},
       measures::stock_values_widest,
       8,
       "发证单位"},
      {{measures::stock_column, measures::date_baseline - 2}, measures::stock_values_widest, 8, "发证时间"},
      {{measures::left, measures::qr_bottom}, measures::stock_code - measures::note_gap, 24, "二维码"}};
}

void draw_variable_parts(Pen& page, TypeCase& song, TypeCase& kai, Sheet const& sheet, QrCode const& code) {
  TypeCase scratch(kai.faces(), Style::kai);  // measuring must not embed
  auto const blanks = body_blanks(scratch);
  auto const name = decoded(sheet.name);
  use_ink(page, palette::ink);
  SetText const number = song.set(decoded(sheet.number), measures::number_size);
  page.text(number, {measures::right - number.width_em * measures::number_size, measures::number_baseline},
            song_look(measures::number_size));
  draw_reprint_mark(page, song, sheet);
  fill_name(page, kai, name, blanks.name, kai.faces().find_for_all(Style::kai, name));
  fill(page, kai, decoded(std::to_string(sheet.year)), measures::body_size, blanks.year, nullptr);
  SetText const unit = kai.set(decoded(sheet.authority), measures::issue_size);
  double const unit_width = std::min(unit.width_em * measures::issue_size, measures::stock_values_widest);
  draw_sealing(page, kai, sheet,
               {std::min(measures::stock_column + unit_width / 2, measures::right - seal_diameter / 2),
                measures::seal_middle});
  use_ink(page, palette::ink);
  auto const value = [&](SetText const& text, double baseline) {
    double const condense =
        std::min(1.0, measures::stock_values_widest / (text.width_em * measures::issue_size));
    page.text(text, {measures::stock_column, baseline}, {kai_font, measures::issue_size, condense, 0, 0});
  };
  value(unit, measures::authority_baseline);
  value(kai.set(decoded(sheet.issue_date.chinese()), measures::issue_size), measures::date_baseline);
  draw_code(page, code);
}

void draw_fixed_parts(Pen& page, TypeCase& song, TypeCase& kai) {
  draw_title(page, kai);
  use_ink(page, palette::ink);
  draw(page, body_blanks(kai).words, kai_font);
  draw_stock_labels(page, song);
}

void draw_form(Pen& page, TypeCase& song, TypeCase& kai, Sheet const& sheet, QrCode const& code) {
  draw_title(page, kai);
  use_ink(page, palette::ink);
  draw_reprint_mark(page, song, sheet);
  draw_number(page, song, sheet);
  draw_body(page, kai, sheet);
  draw_issue(page, song, kai, sheet);
  draw_notes(page, song, sheet, code);
}

}  // namespace ce::certificate_pdf
