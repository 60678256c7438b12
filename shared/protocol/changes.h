#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/grant/grant.h"
#include "shared/protocol/messages.h"
#include "shared/token/key_set.h"
#include "shared/token/revocation.h"

/// GET /api/v1/kiosk/changes: what a kiosk keeps in step with, page by page.
namespace ce::protocol {

/// It is gone, or no longer of this kiosk's region.
struct Removed {
  bool operator==(Removed const&) const = default;
};

/// `holder` names a person without saying who: SHA-256 over "ce-holder-1" and the canonical identity number,
/// in lower-case hexadecimal. Whoever holds the card can make it.
struct CertificateChange {
  std::string holder;
  int year = 0;
  CertificateLine line;
  bool operator==(CertificateChange const&) const = default;
};

/// All years of a person that have something to show, newest first, as judged: without records and without
/// certificate, which are things of their own or not for a kiosk that was not asked.
struct StandingChange {
  std::string holder;
  std::vector<YearProgress> years;
  bool operator==(StandingChange const&) const = default;
};

struct KeyChange {
  grant::VerificationKey key;
  bool operator==(KeyChange const&) const = default;
};

/// A key that signs the tokens of certificates.
struct CertificateKeyChange {
  token::VerificationKey key;
  bool operator==(CertificateKeyChange const&) const = default;
};

/// A void certificate; the change's id is its number.
struct RevocationChange {
  token::Revocation revocation;
  bool operator==(RevocationChange const&) const = default;
};

/// Who issues in a region (article 14).
/// What an authority was called, up to and with that day.
struct FormerName {
  std::string name;
  Date until;
  bool operator==(FormerName const&) const = default;
};

struct AuthorityChange {
  std::string region;
  std::string name;                     // now
  std::vector<FormerName> former = {};  // oldest first
  bool operator==(AuthorityChange const&) const = default;
};

/// A rule pack or the words of a language as central has them.
struct VersionChange {
  std::string version;  // SHA-256 of the text in lower-case hexadecimal
  std::string text;     // TOML; may be empty where central has it no more than by its version
  bool operator==(VersionChange const&) const = default;
};

/// A person of whom a kiosk drops what it keeps: they asked to be forgotten, or their number was put right.
/// The change's id is PersonYears::person, which tells nobody who that is.
struct ForgottenChange {
  bool operator==(ForgottenChange const&) const = default;
};

/// Whom a kiosk keeps for the time without network; each includes those before it.
enum class CachePolicy : std::uint8_t { nobody, seen, region };

/// What central sets for one kiosk; the change's id is that kiosk's.
struct ConfigChange {
  CachePolicy cache = CachePolicy::seen;
  std::int64_t cache_days = 30;
  std::int64_t cache_people = 20'000;
  std::optional<std::int64_t> idle_seconds;
  bool operator==(ConfigChange const&) const = default;
};

/// The authority of the region that is the change's id has a picture of its seal, to be fetched by its hash;
/// removed: it has none any more.
struct SealChange {
  std::string sha256;  // of the PNG file, lower-case hexadecimal
  bool operator==(SealChange const&) const = default;
};

struct Change {
  /// certificate, standing, key, authority, pack, strings, certificate_key, revocation, config, person, seal;
  /// a newer central may add some
  std::string kind;
  std::string id;  // within its kind
  std::variant<Removed, CertificateChange, StandingChange, KeyChange, AuthorityChange, VersionChange,
               CertificateKeyChange, RevocationChange, ForgottenChange, ConfigChange, SealChange>
      what;
  bool operator==(Change const&) const = default;
};

struct ChangesPage {
  std::vector<Change> changes;
  std::string cursor;  // for the next request; opaque
  bool has_more = false;
  /// Only in files: when central was last known to have told all, by its own clock.
  std::optional<Instant> as_of = std::nullopt;
  bool operator==(ChangesPage const&) const = default;
};

}  // namespace ce::protocol
