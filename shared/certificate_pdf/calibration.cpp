#include "shared/certificate_pdf/calibration.h"

#include <array>
#include <cmath>
#include <string>

#include "shared/base/text.h"
#include "shared/certificate_pdf/form.h"
#include "shared/certificate_pdf/measures.h"
#include "shared/certificate_pdf/palette.h"

namespace ce::certificate_pdf {
namespace {

constexpr double words_size = 4;
constexpr double cross_arm = 8;
constexpr int ruler_mm = 20;

void stroke(Pen& page, Point from, Point to, double width) {
  page.line_width(width);
  page.move(from);
  page.line(to);
  page.paint(Paint::stroke);
}

void say(Pen& page, TypeCase& song, std::string const& words, Point at, double size = words_size) {
  auto const text = decode_utf8(words).value_or(U"");
  page.text(song.set(text, size), at, {song_font, size, 1, 0, 0});
}

// The corners of the form's inner frame, which the stock has too and every printer reaches.
void draw_cross(Pen& page, Point at) {
  stroke(page, {at.x - cross_arm, at.y}, {at.x + cross_arm, at.y}, 0.15);
  stroke(page, {at.x, at.y - cross_arm}, {at.x, at.y + cross_arm}, 0.15);
}

// From -10 to +10 mm around a line of the form: what the stock's own line falls on is the offset.
void draw_ruler(Pen& page, TypeCase& song, Point middle, bool across) {
  for (int mm = -ruler_mm / 2; mm <= ruler_mm / 2; ++mm) {
    double const length = mm % 10 == 0 ? 5 : (mm % 5 == 0 ? 3.5 : 2);
    if (across) {
      stroke(page, {middle.x + mm, middle.y}, {middle.x + mm, middle.y + length}, 0.12);
    } else {
      stroke(page, {middle.x, middle.y + mm}, {middle.x + length, middle.y + mm}, 0.12);
    }
    if (mm % 5 != 0) continue;
    auto const number = std::to_string(mm);
    if (across) {
      say(page, song, number, {middle.x + mm - 1, middle.y + 6}, 2.6);
    } else {
      say(page, song, number, {middle.x + 6, middle.y + mm - 0.9}, 2.6);
    }
  }
}

std::string millimetres(double value) {
  auto const tenths = std::lround(std::abs(value) * 10);
  return (value < 0 ? "-" : "+") + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

void draw_calibration(Pen& page, TypeCase& song, double right_mm, double down_mm) {
  page.stroke_colour(palette::ink);
  page.fill_colour(palette::ink);
  constexpr double near = measures::inner_frame_inset;
  constexpr double far_x = measures::sheet_width - measures::inner_frame_inset;
  constexpr double far_y = measures::sheet_height - measures::inner_frame_inset;
  for (Point const corner :
       {Point{near, near}, Point{far_x, near}, Point{near, far_y}, Point{far_x, far_y}}) {
    draw_cross(page, corner);
  }
  draw_ruler(page, song, {near, measures::sheet_height / 2}, true);
  draw_ruler(page, song, {measures::sheet_width / 2, near}, false);

  page.dash(1.2, 0.8);
  for (auto const& place : variable_places(song.faces())) {
    page.line_width(0.2);
    page.rectangle(place.corner, place.width, place.height);
    page.paint(Paint::stroke);
    say(page, song, place.name, {place.corner.x + 1, place.corner.y + 1.2}, 3);
  }
  page.dash(0, 0);

  double y = 160;
  for (auto const& line :
       {std::string{"套打校准页    这台打印机现用偏移：向右 "} + millimetres(right_mm) + " 毫米，向下 " +
            millimetres(down_mm) + " 毫米",
        std::string{
            "一、把本页叠在一张空白证书纸上，对着光看。证书纸的内框线应穿过四角十字，空白处应落在虚线框内。"},
        std::string{"二、左侧横尺读内框左边所在的毫米数，下方竖尺读内框下边所在的毫米数：横尺读数即再向右移的"
                    "毫米数，"},
        std::string{"　　竖尺读数的相反数即再向下移的毫米数。与现用偏移相加后登记："
                    "ce-kiosk paper calibrate --right 毫米 --down 毫米"}}) {
    say(page, song, line, {measures::left, y});
    y -= 6.5;
  }
}

}  // namespace ce::certificate_pdf
