#include "shared/certificate_pdf/pen.h"

#include <array>
#include <charconv>
#include <cmath>

namespace ce::certificate_pdf {

void Pen::number(double value) {
  std::array<char, 24> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), std::lround(value)).ptr;
  out_.append(digits.data(), end).push_back(' ');
}

void Pen::fraction(double value) {
  long const scaled = std::lround(value * 100000);
  long const whole = std::abs(scaled) / 100000;
  std::string decimals = std::to_string(100000 + std::abs(scaled) % 100000).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  if (scaled < 0) out_ += '-';
  out_ += std::to_string(whole);
  if (!decimals.empty()) out_ += '.' + decimals;
  out_ += ' ';
}

void Pen::point(Point at) {
  number(at.x * units_per_mm);
  number(at.y * units_per_mm);
}

void Pen::place(Point origin, double radians, double scale_x, double scale_y) {
  fraction(std::cos(radians) * scale_x);
  fraction(std::sin(radians) * scale_x);
  fraction(-std::sin(radians) * scale_y);
  fraction(std::cos(radians) * scale_y);
  point(origin);
  out_ += "cm\n";
}

void Pen::fill_colour(Colour colour) {
  for (int const share : {colour.red, colour.green, colour.blue}) fraction(share / 1000.0);
  out_ += "rg\n";
}

void Pen::stroke_colour(Colour colour) {
  for (int const share : {colour.red, colour.green, colour.blue}) fraction(share / 1000.0);
  out_ += "RG\n";
}

void Pen::line_width(double mm) {
  fraction(mm * units_per_mm);
  out_ += "w\n";
}

void Pen::dash(double on_mm, double off_mm) {
  out_ += '[';
  number(on_mm * units_per_mm);
  number(off_mm * units_per_mm);
  out_ += "]0 d\n";
}

void Pen::move(Point to) {
  point(to);
  out_ += "m\n";
}

void Pen::line(Point to) {
  point(to);
  out_ += "l\n";
}

void Pen::curve(Point control_1, Point control_2, Point to) {
  point(control_1);
  point(control_2);
  point(to);
  out_ += "c\n";
}

void Pen::rectangle(Point corner, double width, double height) {
  point(corner);
  point({width, height});
  out_ += "re\n";
}

void Pen::circle(Point centre, double radius) {
  double const handle = radius * 0.5522847498;  // a quarter circle as one cubic, off by 0.03 %
  auto const at = [&](double x, double y) { return Point{centre.x + x, centre.y + y}; };
  move(at(radius, 0));
  curve(at(radius, handle), at(handle, radius), at(0, radius));
  curve(at(-handle, radius), at(-radius, handle), at(-radius, 0));
  curve(at(-radius, -handle), at(-handle, -radius), at(0, -radius));
  curve(at(handle, -radius), at(radius, -handle), at(radius, 0));
  close();
}

void Pen::polygon(Polygon const& corners) {
  move(corners.front());
  for (std::size_t i = 1; i < corners.size(); ++i) line(corners[i]);
  close();
}

void Pen::paint(Paint how) {
  constexpr std::array<std::string_view, 4> words{"f\n", "f*\n", "S\n", "B\n"};
  out_ += words[static_cast<std::size_t>(how)];
}

void Pen::draw(std::string_view form) {
  out_.append("/").append(form) += " Do\n";
}

void Pen::text(SetText const& line, Point baseline, TextLook const& look) {
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  out_ += "BT\n/F" + std::to_string(look.font) + " ";
  fraction(look.size_mm * units_per_mm);
  out_ += "Tf\n";
  fraction(look.condense * 100);
  out_ += "Tz ";
  fraction(look.tracking_mm * units_per_mm / look.condense);
  out_ += "Tc ";
  fraction(look.embolden_mm * units_per_mm);
  out_ += look.embolden_mm > 0 ? "w 2 Tr\n" : "w 0 Tr\n";
  point(baseline);
  out_ += "Td <";
  for (std::uint16_t const glyph : line.glyphs) {
    for (int shift = 12; shift >= 0; shift -= 4) {
      out_ += hex_digits[(static_cast<unsigned>(glyph) >> static_cast<unsigned>(shift)) & 0xFU];
    }
  }
  out_ += "> Tj\nET\n";
}

}  // namespace ce::certificate_pdf
