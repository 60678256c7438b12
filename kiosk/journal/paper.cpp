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
  if (range.digits < 1 || range.digits > 15) return bad("号码位数应在 1 到 15 之间");
  if (range.first < 1 || range.last < range.first) {
    return bad("号段应从 1 或更大的号码到不小于它的号码，而不是 " + std::to_string(range.first) + " 到 " +
               std::to_string(range.last));
  }
  if (std::to_string(range.last).size() > static_cast<std::size_t>(range.digits)) {
    return bad("最后一号 " + std::to_string(range.last) + " 超过 " + std::to_string(range.digits) +
               " 位：请改位数或号码");
  }
  bool const printable =
      std::all_of(range.prefix.begin(), range.prefix.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (range.prefix.size() > 16 || !printable) {
    return bad("号码前的字母最多 16 个，只能是英文字母、数字和符号");
  }
  return {};
}

}  // namespace ce::journal
