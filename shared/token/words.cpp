#include <array>

#include "shared/token/fault.h"
#include "shared/token/revocation.h"

namespace ce::token {
namespace {

constexpr auto fault_words = std::to_array<std::string_view>(
    {"too_long", "wrong_length", "not_base32", "version_unknown", "malformed", "key_unknown",
     "signature_wrong", "key_revoked", "key_expired", "key_retired"});

}  // namespace

std::string_view word_of(Fault fault) {
  return fault_words.at(static_cast<std::size_t>(fault));
}

std::string_view word_of(RevocationReason reason) {
  return reason == RevocationReason::corrected ? "corrected" : "withdrawn";
}

std::optional<RevocationReason> revocation_reason_named(std::string_view word) {
  for (auto const reason : {RevocationReason::withdrawn, RevocationReason::corrected}) {
    if (word_of(reason) == word) return reason;
  }
  return std::nullopt;
}

}  // namespace ce::token
