#include "kiosk/journal/paper.h"

#include <algorithm>

namespace ce::journal {

std::string blank_number(PaperRange const& range, std::int64_t serial) {
  std::string digits = std::to_string(serial);
  auto width = static_cast<std::size_t>(range.digits);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return range.prefix + digits;
}

Result<void> check(PaperRange const& range) {
  auto bad = [](std::string detail) { return Failure{FailureCode::config_value_invalid, std::move(detail)}; };
  if (range.digits < 1 || range.digits > 15) return bad("paper digits must be 1 to 15");
  if (range.first < 1 || range.last < range.first) {
    return bad("paper range must have 0 < first <= last, it is " + std::to_string(range.first) + " .. " +
               std::to_string(range.last));
  }
  if (std::to_string(range.last).size() > static_cast<std::size_t>(range.digits)) {
    return bad("paper number " + std::to_string(range.last) + " has more than " +
               std::to_string(range.digits) + " digits");
  }
  bool const printable =
      std::all_of(range.prefix.begin(), range.prefix.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (range.prefix.size() > 16 || !printable) {
    return bad("paper prefix must be at most 16 visible ASCII characters");
  }
  return {};
}

}  // namespace ce::journal
