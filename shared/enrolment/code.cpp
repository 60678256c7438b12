#include "shared/enrolment/code.h"

#include <openssl/rand.h>

#include <array>
#include <cstdlib>

namespace ce::enrolment {
namespace {

constexpr std::string_view symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char meant(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  return typed == 'I' || typed == 'L' ? '1' : typed;
}

}  // namespace

SecretText make_code() {
  std::array<unsigned char, code_length> random{};
  if (RAND_priv_bytes(random.data(), static_cast<int>(random.size())) != 1)
    std::abort();  // nothing may go on
  SecretText code;
  for (auto const byte : random) code.reveal() += symbols[byte % symbols.size()];  // 256 is a multiple of 32
  return code;
}

std::string shown(SecretText const& code) {
  return code.reveal().substr(0, code_length / 2) + "-" + code.reveal().substr(code_length / 2);
}

std::optional<SecretText> code_in(std::string_view typed) {
  SecretText code;
  for (char const one : typed) {
    if (one == '-' || one == ' ') continue;
    char const symbol = meant(one);
    if (symbols.find(symbol) == std::string_view::npos || code.reveal().size() == code_length) {
      return std::nullopt;
    }
    code.reveal() += symbol;
  }
  if (code.reveal().size() != code_length) return std::nullopt;
  return code;
}

}  // namespace ce::enrolment
