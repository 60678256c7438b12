#include "shared/certificate_pdf/qr_code.h"

#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "shared/certificate_pdf/palette.h"

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
  std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (!code) return Failure{FailureCode::sheet_not_rendered, "verify_url: no QR code could be made"};
  QrCode result;
  result.width_ = code->width;
  double const wished = std::floor(wished_side / code->width * 100) / 100;
  result.module_ = std::clamp(wished, smallest_module, largest_module);
  auto const modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  for (std::size_t i = 0; i < modules; ++i) result.dark_.push_back((code->data[i] & 1) != 0);
  return result;
}

void QrCode::draw(Pen& pen, Point corner) const {
  pen.fill_colour(palette::paper);
  pen.rectangle(corner, side(), side());
  pen.paint(Paint::fill);
  pen.fill_colour(palette::black);
  // One path for all: separately painted neighbours would show hairlines between them.
  for (int row = 0; row < width_; ++row) {
    double const y = corner.y + module_ * (width_ + 3 - row);
    for (int column = 0; column < width_;) {
      auto const at = [&](int c) {
        return dark_[static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
                     static_cast<std::size_t>(c)];
      };
      int run = 0;
      while (column + run < width_ && at(column + run)) ++run;
      if (run > 0) pen.rectangle({corner.x + module_ * (column + 4), y}, module_ * run, module_);
      column += std::max(run, 1);
    }
  }
  pen.paint(Paint::fill);
}

}  // namespace ce::certificate_pdf
