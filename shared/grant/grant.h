#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/entry_id.h"
#include "shared/base/result.h"

namespace ce::grant {

/// How far a kiosk's clock may be from central's, in milliseconds.
inline constexpr std::int64_t clock_slack_ms = 120'000;

/// One kiosk may print one copy of one certificate (rules.md). Value; as central signed it.
struct Grant {
  EntryId id;
  std::string certificate;  // its number, article 15
  int copy = 1;
  std::string kiosk;
  Instant not_before;     // central's clock
  Instant not_after;      // the last instant at which a print may begin
  std::string key_id;     // which key signed
  std::string signature;  // Ed25519 (RFC 8032): 128 digits of lower-case hexadecimal
  bool operator==(Grant const&) const = default;
};

/// What a kiosk verifies with.
struct VerificationKey {
  std::string id;
  std::string public_key;          // 64 digits of lower-case hexadecimal
  std::optional<Instant> retired;  // grants that begin later are none
  bool operator==(VerificationKey const&) const = default;
};

/// What is about to be printed, where and when.
struct Use {
  std::string_view certificate;
  int copy = 1;
  std::string_view kiosk;
  Instant now;
};

/// The bytes that the signature covers: "ce-print-grant-1", id, certificate, copy, kiosk, not_before,
/// not_after (both in ms since 1970 UTC) and key id, each followed by LF. Fails with grant_invalid where a
/// member is empty or holds a control character.
[[nodiscard]] Result<std::string> signed_text(Grant const& grant);

/// Whether `grant` allows `use`. Fails with grant_invalid (signature, key, kiosk, certificate, copy or a
/// malformed member; the detail says which, for staff) and grant_expired. Pure; any thread.
[[nodiscard]] Result<void> verify(Grant const& grant, std::span<VerificationKey const> keys, Use const& use);

}  // namespace ce::grant
