#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/date.h"
#include "shared/base/entry_id.h"
#include "shared/base/secret.h"
#include "shared/certificate/sheet.h"
#include "shared/protocol/messages.h"

namespace ce::store {

/// A region and all below it: "440000" the province, "440100" a city with its counties, "440106" a county.
struct RegionScope {
  std::string code = "440000";
  /// The highest code of the scope: everything BETWEEN code AND last().
  [[nodiscard]] std::string last() const;
  [[nodiscard]] bool covers(std::string_view region) const;
};

/// A certificate as the public look-up needs it.
struct CertificateFacts {
  std::string number;
  SecretText name;  // as printed
  int year = 0;
  std::string authority;
  std::optional<Date> issue_date;
  bool revoked = false;
  Date revoked_on;  // day in China; only where revoked
  std::string revoked_reason;
  std::string successor;  // the number that took its place, else empty
};

/// What one question tells of a number.
struct NumberKnown {
  std::optional<CertificateFacts> certificate;
  bool some_lost = false;  // this store has lost numbers at all, so that lost_number() is worth asking
};

struct Kiosk {
  std::string id;
  std::string region;
  std::string hall;
};

struct KioskLine {
  Kiosk kiosk;
  Instant enrolled;
  std::optional<Instant> last_seen;
  protocol::Health health;       // as last told; meaningless before
  bool ledger_outdated = false;  // it runs on an old copy of its ledger
  std::optional<Instant> certified_until;
  std::optional<Instant> cut_off;  // since another machine spoke for it
  bool revoked = false;  // its certificates, or its key, were taken back, and it has no other: not expected
  std::optional<Instant> ungranted;  // when it last reported a print that no grant of its own allowed
};

struct PersonLine {
  SecretText name;
  SecretText id_number;
  std::string region;
  std::string employer;
  int certificates = 0;
};

}  // namespace ce::store
