#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/base/date.h"

namespace ce::token {

/// Why a certificate is void, as far as it is told without its holder: never the words that staff wrote.
enum class RevocationReason : std::uint8_t {
  withdrawn,  // 撤销
  corrected,  // 更正: another certificate took its place
};

struct Revocation {
  Date date;
  RevocationReason reason = RevocationReason::withdrawn;
  bool operator==(Revocation const&) const = default;
};

/// By the certificate's number.
using Revocations = std::unordered_map<std::string, Revocation>;

/// "withdrawn", "corrected"; stable, for messages.
[[nodiscard]] std::string_view word_of(RevocationReason reason);
[[nodiscard]] std::optional<RevocationReason> revocation_reason_named(std::string_view word);

}  // namespace ce::token
