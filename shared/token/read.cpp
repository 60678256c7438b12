#include "shared/token/read.h"

#include "shared/base/text.h"
#include "shared/token/base32.h"
#include "shared/token/layout.h"

namespace ce::token {
namespace {

/// Takes big-endian numbers and bytes off a payload that has all of them.
class Reader {
 public:
  explicit Reader(std::string_view left) : left_(left) {}

  std::string_view bytes(std::size_t count) {
    auto const taken = left_.substr(0, count);
    left_.remove_prefix(count);
    return taken;
  }
  std::uint64_t number(std::size_t count) {
    std::uint64_t value = 0;
    for (auto const byte : bytes(count)) value = value << 8U | static_cast<unsigned char>(byte);
    return value;
  }
  /// Nothing fits a number of more digits: it then comes out longer.
  std::string digits(std::size_t count, std::size_t width) {
    auto text = std::to_string(number(count));
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
  }

 private:
  std::string_view left_;
};

bool is_possible(Facts const& facts) {
  return facts.number.size() == number_digits && facts.authority.size() == authority_digits &&
         facts.year >= first_year && facts.year <= last_year;
}

std::variant<Token, Fault> read_bytes(std::string_view bytes) {
  Token token;
  token.payload = bytes.substr(0, payload_bytes);
  token.signature = bytes.substr(payload_bytes);
  Reader reader{token.payload};
  if (reader.number(1) != version) return Fault::version_unknown;
  token.facts.number = reader.digits(number_bytes, number_digits);
  token.facts.year = year_zero + static_cast<int>(reader.number(1));
  token.facts.authority = reader.digits(authority_bytes, authority_digits);
  token.facts.issue_date = Date::from_days(first_day() + static_cast<std::int32_t>(reader.number(day_bytes)));
  token.key_id = hex(reader.bytes(key_id_bytes));
  token.facts.name_digest = reader.bytes(name_digest_bytes);
  if (!is_possible(token.facts)) return Fault::malformed;
  return token;
}

}  // namespace

std::variant<Token, Fault> read(std::string_view scanned) {
  if (scanned.size() > longest_scanned) return Fault::too_long;
  // Neither character is one of a token.
  if (auto const end = scanned.find_last_of("/="); end != std::string_view::npos)
    scanned.remove_prefix(end + 1);
  if (scanned.size() != token_characters) return Fault::wrong_length;
  auto const bytes = bytes_of_base32(scanned);
  if (!bytes) return Fault::not_base32;
  return read_bytes(*bytes);
}

}  // namespace ce::token
