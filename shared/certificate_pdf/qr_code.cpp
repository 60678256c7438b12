#include "shared/certificate_pdf/qr_code.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "shared/certificate_pdf/palette.h"
#include "shared/qr/qr.h"

namespace ce::certificate_pdf {
namespace {

constexpr std::size_t longest_text = 300;  // version 13: 34.5 mm at the smallest module
constexpr double wished_side = 27;
constexpr double smallest_module = 0.5;
constexpr double largest_module = 0.8;

}  // namespace

Result<QrCode> QrCode::make(std::string const& text) {
  if (text.empty() || text.size() > longest_text) {
    return Failure{FailureCode::input_invalid,
                   "verify_url: 1 to 300 bytes fit the code, this has " + std::to_string(text.size())};
  }
  auto code = qr::encode(text, longest_text);
  if (!code) return Failure{FailureCode::sheet_not_rendered, "verify_url: no QR code could be made"};
  QrCode result;
  double const wished = std::floor(wished_side / code->width * 100) / 100;
  result.module_ = std::clamp(wished, smallest_module, largest_module);
  result.code_ = std::move(*code);
  return result;
}

void QrCode::draw(Pen& pen, Point corner) const {
  pen.fill_colour(palette::paper);
  pen.rectangle(corner, side(), side());
  pen.paint(Paint::fill);
  pen.fill_colour(palette::black);
  // One path for all: separately painted neighbours would show hairlines between them.
  for (int row = 0; row < code_.width; ++row) {
    double const y = corner.y + module_ * (code_.width + 3 - row);
    for (int column = 0; column < code_.width;) {
      int run = 0;
      while (column + run < code_.width && code_.at(row, column + run)) ++run;
      if (run > 0) pen.rectangle({corner.x + module_ * (column + 4), y}, module_ * run, module_);
      column += std::max(run, 1);
    }
  }
  pen.paint(Paint::fill);
}

}  // namespace ce::certificate_pdf
