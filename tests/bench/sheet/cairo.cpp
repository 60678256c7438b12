// ce-bench-sheet-cairo COUNT DRAWING LINES: the same page by cairo and pango. DRAWING holds the path
// operators of the form's ornaments as PDF has them, read before the clock starts; LINES one "x y size face
// text" each, in millimetres.
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

#include "times.h"

namespace {

struct Step {
  std::string name;
  std::array<double, 6> at{};
};

struct Line {
  double x = 0, y = 0, size = 0;
  std::string face, text;
};

std::vector<Step> read_drawing(char const* path) {
  std::ifstream in{path};
  std::vector<Step> steps;
  std::vector<double> numbers;
  for (std::string word; in >> word;) {
    char* end = nullptr;
    double const number = std::strtod(word.c_str(), &end);
    if (*end == '\0') {
      numbers.push_back(number);
      continue;
    }
    Step step{word, {}};
    std::copy_n(numbers.begin(), std::min<std::size_t>(6, numbers.size()), step.at.begin());
    steps.push_back(std::move(step));
    numbers.clear();
  }
  return steps;
}

std::vector<Line> read_lines(char const* path) {
  std::ifstream in{path};
  std::vector<Line> lines;
  for (std::string row; std::getline(in, row);) {
    std::istringstream words{row};
    Line line;
    words >> line.x >> line.y >> line.size >> line.face;
    std::getline(words >> std::ws, line.text);
    lines.push_back(std::move(line));
  }
  return lines;
}

void draw(cairo_t* page, Step const& step) {
  auto const& a = step.at;
  std::string const& name = step.name;
  if (name == "q") cairo_save(page);
  if (name == "Q") cairo_restore(page);
  if (name == "cm") {
    cairo_matrix_t const matrix{a[0], a[1], a[2], a[3], a[4], a[5]};
    cairo_transform(page, &matrix);
  }
  if (name == "w") cairo_set_line_width(page, a[0]);
  if (name == "rg" || name == "RG") cairo_set_source_rgb(page, a[0], a[1], a[2]);
  if (name == "B") cairo_fill_preserve(page);
  if (name == "B") cairo_stroke(page);
  if (name == "m") cairo_move_to(page, a[0], a[1]);
  if (name == "l") cairo_line_to(page, a[0], a[1]);
  if (name == "c") cairo_curve_to(page, a[0], a[1], a[2], a[3], a[4], a[5]);
  if (name == "h") cairo_close_path(page);
  if (name == "re") cairo_rectangle(page, a[0], a[1], a[2], a[3]);
  if (name == "S" || name == "s") cairo_stroke(page);
  if (name == "f" || name == "f*") cairo_fill(page);
  if (name == "n") cairo_new_path(page);
}

cairo_status_t append(void* to, unsigned char const* bytes, unsigned size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<char const*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

std::string page_of(std::vector<Step> const& drawing, std::vector<Line> const& lines) {
  constexpr double point = 72 / 25.4;
  constexpr double high = 210 * point;
  std::string pdf;
  auto* const surface = cairo_pdf_surface_create_for_stream(append, &pdf, 297 * point, high);
  auto* const page = cairo_create(surface);
  cairo_save(page);
  cairo_matrix_t const upright{1, 0, 0, -1, 0, high};
  cairo_transform(page, &upright);
  for (auto const& step : drawing) draw(page, step);
  cairo_restore(page);
  cairo_set_source_rgb(page, 0, 0, 0);
  auto* const layout = pango_cairo_create_layout(page);
  for (auto const& line : lines) {
    auto* const font =
        pango_font_description_from_string(line.face == "kai" ? "AR PL UKai CN" : "BabelStone Han");
    pango_font_description_set_absolute_size(font, line.size * point * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, line.text.c_str(), -1);
    cairo_move_to(page, line.x * point,
                  high - line.y * point - pango_layout_get_baseline(layout) / double{PANGO_SCALE});
    pango_cairo_show_layout(page, layout);
    pango_font_description_free(font);
  }
  g_object_unref(layout);
  cairo_destroy(page);
  cairo_surface_destroy(surface);
  return pdf;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  auto const drawing = read_drawing(argv[2]);
  auto const lines = read_lines(argv[3]);
  if (drawing.empty() || lines.empty()) return 2;
  tell_times(std::atoi(argv[1]), [&] { return page_of(drawing, lines); });  // NOLINT(cert-err34-c)
  if (argc > 4) std::ofstream{argv[4], std::ios::binary} << page_of(drawing, lines);
}
