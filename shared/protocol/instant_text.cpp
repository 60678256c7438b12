#include "shared/protocol/instant_text.h"

#include <algorithm>
#include <cstdint>

namespace ce::protocol {
namespace {

constexpr std::string_view shape = "dddd-dd-ddTdd:dd:dd.dddZ";

bool has_shape(std::string_view text) {
  return text.size() == shape.size() &&
         std::equal(text.begin(), text.end(), shape.begin(), [](char have, char want) {
           return want == 'd' ? have >= '0' && have <= '9' : have == want;
         });
}

std::int64_t digits(std::string_view text) {
  std::int64_t value = 0;
  for (char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::optional<Instant> parse_rfc3339(std::string_view text) {
  if (!has_shape(text)) return std::nullopt;
  auto const date = Date::parse_iso(text.substr(0, 10));
  auto const hour = digits(text.substr(11, 2));
  auto const minute = digits(text.substr(14, 2));
  auto const second = digits(text.substr(17, 2));
  if (!date || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  std::int64_t const seconds = ((date->days() * std::int64_t{24} + hour) * 60 + minute) * 60 + second;
  return Instant{seconds * 1000 + digits(text.substr(20, 3))};
}

}  // namespace ce::protocol
