#include "shared/token/token.h"

#include <algorithm>

#include "shared/base/text.h"
#include "shared/token/base32.h"
#include "shared/token/layout.h"

namespace ce::token {
namespace {

void put(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (auto left = bytes; left > 0; --left) out.push_back(static_cast<char>(value >> (8 * (left - 1))));
}

Failure out_of_range(std::string_view what) {
  return {FailureCode::input_invalid, "token: " + std::string{what}};
}

bool is_digits(std::string_view text, std::size_t size) {
  return text.size() == size &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<std::string> payload_of(Facts const& facts, std::string_view key_id) {
  auto const day = facts.issue_date.days() - first_day();
  auto const key = bytes_of_hex(key_id);
  if (!is_digits(facts.number, number_digits)) return out_of_range("the number has not 14 digits");
  if (facts.year < first_year || facts.year > last_year) return out_of_range("the year is not 2010 to 2099");
  if (!is_digits(facts.authority, authority_digits)) return out_of_range("the authority has not 6 digits");
  if (day < 0 || day > last_day) return out_of_range("the issue date is before 2010 or after 2189");
  if (!key || key->size() != key_id_bytes) return out_of_range("the key id has not 8 digits");
  if (facts.name_digest.size() != name_digest_bytes) return out_of_range("the name digest has not 14 bytes");
  std::string payload;
  put(payload, version, 1);
  put(payload, std::stoull(facts.number), number_bytes);
  put(payload, static_cast<std::uint64_t>(facts.year - year_zero), 1);
  put(payload, std::stoull(facts.authority), authority_bytes);
  put(payload, static_cast<std::uint64_t>(day), day_bytes);
  return payload + *key + facts.name_digest;
}

std::string signed_bytes(std::string_view payload) {
  return "ce-certificate-token\n" + std::string{payload};
}

std::string text_of(std::string_view payload, std::string_view signature) {
  return base32(std::string{payload} + std::string{signature});
}

}  // namespace ce::token
