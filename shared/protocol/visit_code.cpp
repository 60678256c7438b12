#include "shared/protocol/visit_code.h"

#include <algorithm>

namespace ce::protocol {
namespace {

constexpr std::string_view lead = "CEV1";
constexpr std::size_t code_digits = 64;

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

std::string visit_code_text(SecretText const& code) {
  return std::string{lead} + code.reveal();
}

std::optional<SecretText> visit_code_in(std::string_view scanned) {
  if (scanned.size() != lead.size() + code_digits) return std::nullopt;
  // A scanner with capitals locked types both turned round.
  bool const ours = scanned.starts_with(lead) || scanned.starts_with("cev1");
  auto const code = scanned.substr(lead.size());
  if (!ours || !std::all_of(code.begin(), code.end(), is_hex)) return std::nullopt;
  return SecretText{std::string{code}};
}

}  // namespace ce::protocol
