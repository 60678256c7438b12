#include "kiosk/printers/offset_book.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "shared/base/durable_file.h"

namespace ce::printers {
namespace {

// One printer a line: right, down (tenths of a millimetre), key, make to the end of the line.
std::optional<Calibrated> read_line(std::string const& line) {
  std::istringstream words{line};
  Calibrated printer;
  if (!(words >> printer.offset.right >> printer.offset.down >> printer.printer)) return std::nullopt;
  std::getline(words >> std::ws, printer.make);
  bool const near = std::abs(printer.offset.right) <= farthest_tenths_mm &&
                    std::abs(printer.offset.down) <= farthest_tenths_mm;
  return near ? std::optional{printer} : std::nullopt;
}

// A make is what a machine says of itself: no line end in it may begin a line of this file.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

}  // namespace

std::string millimetres(std::int64_t tenths) {
  auto const size = std::abs(tenths);
  return (tenths < 0 ? "-" : "+") + std::to_string(size / 10) + "." + std::to_string(size % 10);
}

Result<std::int64_t> tenths_of(std::string_view text) {
  Failure const bad{FailureCode::input_invalid,
                    "偏移应写作毫米，最多一位小数，在 -20 至 20 之间：" + std::string{text}};
  bool const minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  auto const dot = text.find('.');
  auto const whole = text.substr(0, dot);
  auto const part = dot == std::string_view::npos ? std::string_view{"0"} : text.substr(dot + 1);
  auto const digits = [](std::string_view some) {
    return std::all_of(some.begin(), some.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (whole.empty() || whole.size() > 2 || part.size() != 1 || !digits(whole) || !digits(part)) return bad;
  std::int64_t tenths = 0;
  for (char const c : whole) tenths = tenths * 10 + (c - '0');
  tenths = tenths * 10 + (part.front() - '0');
  if (tenths > farthest_tenths_mm) return bad;
  return minus ? -tenths : tenths;
}

std::string printer_key(ports::PrinterStatus const& status, std::string const& address) {
  auto key = status.uuid.empty() ? address : status.uuid;
  // A blank ends the key in the file.
  std::replace_if(
      key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; }, '_');
  return key;
}

Result<std::vector<Calibrated>> OffsetBook::all() const {
  std::vector<Calibrated> printers;
  std::ifstream in{file_};
  std::error_code ignored;
  if (!in && std::filesystem::exists(file_, ignored)) {
    return Failure{FailureCode::storage_fault, file_.string() + " cannot be read"};
  }
  for (std::string line; std::getline(in, line);) {
    auto printer = read_line(line);
    if (!printer) {
      return Failure{FailureCode::storage_corrupt, file_.string() + ":" +
                                                       std::to_string(printers.size() + 1) +
                                                       ": no offsets of a printer; remove the file and "
                                                       "calibrate anew (ce-kiosk paper calibrate)"};
    }
    printers.push_back(std::move(*printer));
  }
  return printers;
}

Result<std::optional<Offset>> OffsetBook::of(ports::PrinterStatus const& status) const {
  CE_TRY(auto const printers, all());
  auto const key = printer_key(status, address_);
  auto const found = std::find_if(printers.begin(), printers.end(),
                                  [&](Calibrated const& one) { return one.printer == key; });
  return found == printers.end() ? std::optional<Offset>{} : std::optional{found->offset};
}

Result<void> OffsetBook::keep(ports::PrinterStatus const& status, Offset offset) {
  CE_TRY(auto printers, all());
  auto const key = printer_key(status, address_);
  std::erase_if(printers, [&](Calibrated const& one) { return one.printer == key; });
  printers.push_back({key, one_line(status.make_and_model), offset});
  std::ostringstream text;
  for (auto const& one : printers) {
    text << one.offset.right << ' ' << one.offset.down << ' ' << one.printer << ' ' << one.make << '\n';
  }
  return write_durably(file_, text.str());
}

Result<certificate_pdf::Placement> OffsetBook::placement(ports::PrinterStatus const& status) const {
  CE_TRY(auto const offset, of(status));
  if (!offset) {
    return Failure{FailureCode::paper_uncalibrated,
                   status.make_and_model + ": say its offsets with ce-kiosk paper calibrate"};
  }
  return certificate_pdf::Placement{true, static_cast<double>(offset->right) / 10,
                                    static_cast<double>(offset->down) / 10};
}

}  // namespace ce::printers
