#include "shared/credit/hours.h"

namespace ce::credit {
namespace {

constexpr std::string_view ninetieths = "/90";
constexpr std::size_t most_digits = 8;  // before the point, and behind it
constexpr std::int64_t most_units = CreditUnits::minutes(366 * 24 * 60).count;

// The number that these digits write; nothing unless there are one to eight of them.
std::optional<std::int64_t> whole_number(std::string_view digits) {
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::int64_t value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<CreditUnits> bounded(std::optional<std::int64_t> units) {
  if (!units || *units > most_units) return std::nullopt;
  return CreditUnits{*units};
}

}  // namespace

std::optional<CreditUnits> exact_hours(std::string_view text) {
  if (text.ends_with(ninetieths)) {
    text.remove_suffix(ninetieths.size());
    return bounded(whole_number(text));
  }
  auto const point = text.find('.');
  auto const whole = whole_number(text.substr(0, point));
  if (!whole) return std::nullopt;
  if (point == std::string_view::npos) return bounded(*whole * CreditUnits::per_hour);
  auto const decimals = whole_number(text.substr(point + 1));
  if (!decimals) return std::nullopt;
  std::int64_t scale = 1;
  for (std::size_t i = point + 1; i < text.size(); ++i) scale *= 10;
  std::int64_t const part = *decimals * CreditUnits::per_hour;
  if (part % scale != 0) return std::nullopt;
  return bounded(*whole * CreditUnits::per_hour + part / scale);
}

std::string exact_hours_text(CreditUnits units) {
  constexpr std::int64_t per_tenth = CreditUnits::per_hour / 10;
  if (units.count % per_tenth != 0) return std::to_string(units.count).append(ninetieths);
  std::int64_t const tenths = units.count / per_tenth;
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text.append(".").append(std::to_string(tenths % 10));
  return text;
}

}  // namespace ce::credit
