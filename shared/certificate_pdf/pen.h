#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/certificate_pdf/polygon.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

/// Shares of red, green and blue, in thousandths.
struct Colour {
  int red = 0;
  int green = 0;
  int blue = 0;
};

enum class Paint : std::uint8_t { fill, fill_even_odd, stroke, fill_and_stroke };

/// Writes PDF page operators (ISO 32000-1, 8 and 9). Coordinates are millimetres, kept to 0.01 mm: the page
/// is scaled so that every number is a whole one, which is shorter, and equal on every machine.
class Pen {
 public:
  static constexpr double units_per_mm = 100;

  void save() { out_ += "q\n"; }
  void restore() { out_ += "Q\n"; }
  /// Everything until restore() is moved by `origin`, turned left by `radians` and scaled.
  void place(Point origin, double radians = 0, double scale_x = 1, double scale_y = 1);

  /// A graphics state of the form or page, by its resource name.
  void look(std::string_view name) { out_.append("/").append(name) += " gs\n"; }
  void fill_colour(Colour colour);
  void stroke_colour(Colour colour);
  void line_width(double mm);
  void dash(double on_mm, double off_mm);
  void round_joins() { out_ += "1 J 1 j\n"; }

  void move(Point to);
  void line(Point to);
  void curve(Point control_1, Point control_2, Point to);
  void close() { out_ += "h\n"; }
  void rectangle(Point corner, double width, double height);
  void circle(Point centre, double radius);
  void polygon(Polygon const& corners);
  void paint(Paint how);

  /// Draws a form of the document by its resource name.
  void draw(std::string_view form);

  struct TextLook {
    int font = 0;  // resource /F<n>
    double size_mm = 0;
    double condense = 1;     // width as a share of the natural one
    double embolden_mm = 0;  // outline drawn around each stroke
    double tracking_mm = 0;  // added after each character
  };
  void text(SetText const& line, Point baseline, TextLook const& look);

  [[nodiscard]] std::string const& operators() const { return out_; }

 private:
  void point(Point at);
  void number(double value);    // to a whole number
  void fraction(double value);  // to 5 decimals

  std::string out_;
};

}  // namespace ce::certificate_pdf
