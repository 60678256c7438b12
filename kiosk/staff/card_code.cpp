#include "kiosk/staff/card_code.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ce::staff {
namespace {

constexpr std::string_view card_lead = "CESC1";
constexpr std::string_view card_digits = "0123456789ABCDEF";
constexpr std::size_t card_code_bytes = 20;

char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

SecretText make_card_code() {
  std::array<unsigned char, card_code_bytes> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) std::abort();
  SecretText code;
  for (auto& byte : bytes) {
    code.reveal() += card_digits[byte >> 4U];
    code.reveal() += card_digits[byte & 15U];
  }
  explicit_bzero(bytes.data(), bytes.size());
  return code;
}

std::string card_code_text(SecretText const& code) {
  return std::string{card_lead} + code.reveal();
}

std::optional<SecretText> card_code_in(std::string_view scanned) {
  if (scanned.size() != card_lead.size() + card_code_bytes * 2) return std::nullopt;
  // A scanner with capitals locked types them turned round.
  SecretText text{std::string{scanned}};
  auto& all = text.reveal();
  std::transform(all.begin(), all.end(), all.begin(), capital);
  bool const hexadecimal = all.find_first_not_of(card_digits, card_lead.size()) == std::string::npos;
  if (!all.starts_with(card_lead) || !hexadecimal) return std::nullopt;
  all.erase(0, card_lead.size());
  return text;
}

}  // namespace ce::staff
