#include "kiosk/staff_desk/card_sheet.h"

#include <algorithm>
#include <vector>

#include "kiosk/staff/card_code.h"
#include "shared/base/text.h"
#include "shared/certificate_pdf/document.h"
#include "shared/certificate_pdf/palette.h"
#include "shared/certificate_pdf/paragraph.h"
#include "shared/certificate_pdf/qr_code.h"

namespace ce::staff_desk {
namespace {

using namespace certificate_pdf;

constexpr double page_width = 297;
constexpr double page_height = 210;
constexpr double side_width = 105;  // A7, for which pouches are sold
constexpr double side_height = 74;
constexpr double band_height = 15;
constexpr double inset = 6;
constexpr double card_left = (page_width - 2 * side_width) / 2;
constexpr double card_bottom = 86;
constexpr int song = 1;
constexpr Colour navy{70, 190, 400};
constexpr Colour cut{450, 460, 480};

/// Words on a page in one face.
class Writing {
 public:
  explicit Writing(Fonts const& fonts) : type_(fonts.faces(), Style::song) {}

  Pen pen;

  void ink(Colour colour) {
    pen.fill_colour(colour);
    pen.stroke_colour(colour);
  }
  [[nodiscard]] double width(std::string const& words, double size) {
    return type_.set(decode_utf8(words).value_or(U""), size).width_em * size;
  }
  /// Set smaller where it would be wider than `most`.
  void line(std::string const& words, Point at, double size, double most, double bold = 0.05) {
    auto const set = type_.set(decode_utf8(words).value_or(U""), size);
    double const fits = std::min(size, most / std::max(set.width_em, 0.01));
    pen.text(set, at, {song, fits, 1, bold, 0});
  }
  /// Where the next line begins.
  double paragraph(std::string const& words, Point at, double size, double wide) {
    ParagraphShape const shape{at, wide, size * 1.45, 0, song};
    auto const placed = lay_out(type_, {Run{decode_utf8(words).value_or(U""), size}}, shape);
    for (auto const& part : placed) {
      pen.text(part.glyphs, part.baseline, {song, part.size_mm, part.condense, 0.05, part.tracking_mm});
    }
    return at.y - line_count(placed, shape) * shape.pitch_mm;
  }
  [[nodiscard]] TypeCase const& type() const { return type_; }

 private:
  TypeCase type_;
};

void draw_front(Writing& page, CardSheet const& what, QrCode const& code) {
  double const left = card_left;
  double const top = card_bottom + side_height;
  double const inner = side_width - 2 * inset;
  page.ink(navy);
  page.pen.rectangle({left, top - band_height}, side_width, band_height);
  page.pen.paint(Paint::fill);
  page.ink(palette::paper);
  page.line("员工卡", {left + inset, top - 10.4}, 8.4, inner, 0.25);
  std::string const machine = "终端 " + what.kiosk_id;
  double const wide = std::min(page.width(machine, 3.6), inner - 36);
  page.line(machine, {left + side_width - inset - wide, top - 9.6}, 3.6, wide);
  page.ink(palette::ink);
  page.line(what.hall, {left + inset, top - band_height - 8.5}, 5, inner, 0.12);
  double const side = code.side();
  double const quiet = code.quiet_zone();
  code.draw(page.pen, {left + side_width - inset - side + quiet, card_bottom + inset - quiet});
  double const words = inner - side + quiet - 2;
  page.ink(palette::ink);
  page.line(std::to_string(what.card.number) + "号", {left + inset, card_bottom + 28}, 13, words, 0.3);
  page.line(what.card.label, {left + inset, card_bottom + 17.5}, 6, words, 0.12);
  page.line(what.card.made.chinese() + "制作", {left + inset, card_bottom + 7.5}, 3.6, words);
}

void draw_back(Writing& page, CardSheet const& what) {
  double const left = card_left + side_width + inset;
  double const wide = side_width - 2 * inset;
  auto const number = std::to_string(what.card.number);
  double y = card_bottom + side_height - 9.5;
  auto const part = [&](char const* heading, std::vector<std::string> const& lines) {
    page.ink(navy);
    page.line(heading, {left, y}, 4.4, wide, 0.15);
    y -= 6;
    page.ink(palette::ink);
    for (auto const& line : lines) y = page.paragraph(line, {left, y}, 3.4, wide);
    y -= 2;
  };
  part("怎样用",
       {what.with_pin ? "在工作人员页面把二维码对准扫码器，再输入密码。只对这一台终端有效，每次进入都会记录。"
                      : "在工作人员页面把二维码对准扫码器。只对这一台终端有效，每次进入都会记录。",
        "交接班时当面交接。不要拍照，不要复印，以免被人冒用。"});
  part("丢了怎么办", {"马上在这台终端的工作人员区“设置”里按“员工卡”，收回 " + number +
                      " 号；或请管理员收回。收回后立即失效。"});
  part("拾到这张卡", {"请交给服务大厅的工作人员。"});
}

void draw_edges(Pen& pen) {
  pen.stroke_colour(cut);
  pen.line_width(0.2);
  pen.rectangle({card_left, card_bottom}, 2 * side_width, side_height);
  pen.paint(Paint::stroke);
  pen.dash(1.6, 1.2);
  pen.move({card_left + side_width, card_bottom});
  pen.line({card_left + side_width, card_bottom + side_height});
  pen.paint(Paint::stroke);
  pen.dash(0, 0);
}

}  // namespace

Result<std::string> card_sheet(CardSheet const& what) {
  CE_TRY(auto const fonts, Fonts::open(debian_font_paths()));
  CE_CHECK(fonts.covers(what.hall + what.kiosk_id + what.card.label));
  CE_TRY(auto const code, QrCode::make(staff::card_code_text(what.code)));
  auto const title = staff::name_of(what.card);
  CE_TRY(auto document, Document::make({{title, what.hall, what.card.made}, page_width, page_height}));
  Writing page{fonts};
  page.ink(palette::ink);
  page.line(title, {card_left, 186}, 6.4, 2 * side_width, 0.15);
  page.line("沿外框剪下，沿中间虚线向后对折，塑封后使用。本页其余部分不必保存。", {card_left, 174}, 4.2,
            2 * side_width);
  draw_front(page, what, code);
  draw_back(page, what);
  draw_edges(page.pen);
  page.ink(palette::ink);
  double y = 72;
  for (auto const* line :
       {"剪下以前请在终端上试一次：能进入工作人员区，就可以塑封。",
        "二维码只打印这一次，终端里不保存，不能补印。坏了的卡请收回，再做一张新卡。",
        "卡上不写姓名。谁在哪一班用哪一号卡，由大厅自己登记；每次进入，卡号都会记入管理系统。"}) {
    y = page.paragraph(line, {card_left, y}, 4.2, 2 * side_width) - 1.5;
  }
  CE_CHECK(document.add_font(song, page.type(), "CECERT+StaffCardSong"));
  CE_CHECK(document.add_page(page.pen.operators()));
  return document.save();
}

}  // namespace ce::staff_desk
