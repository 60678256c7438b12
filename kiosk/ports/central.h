#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/grant/grant.h"
#include "shared/protocol/changes.h"
#include "shared/protocol/grants.h"
#include "shared/protocol/messages.h"

namespace ce::ports {

/// The central system as a kiosk sees it. Every call blocks up to its time limit and may be made from any
/// one worker thread at a time. Fails with central_unreachable, central_refused, central_fault,
/// too_many_requests, answer_malformed, answer_version_unknown, answer_too_large, or as said below.
class Central {
 public:
  virtual ~Central() = default;
  /// Also person_unknown, credential_refused, credential_locked.
  virtual Result<protocol::PersonYears> find_person(protocol::PersonQuery const& query) = 0;
  virtual Result<protocol::Verification> verify(std::string const& number) = 0;
  /// By the token of a sheet (shared/token), for who has scanned it: every printed fact, N0 of its paper as
  /// well. A central of before that does not know the question is central_refused.
  virtual Result<protocol::TokenVerification> verify_token(std::string const& token) = 0;
  /// One reply for each event, in order.
  virtual Result<std::vector<protocol::EventReply>> deliver(std::span<protocol::KioskEvent const> events) = 0;
  virtual Result<protocol::HealthReply> report(protocol::Health const& health) = 0;
  /// How long the last answer asked to be left alone (429 or 503 with Retry-After); 0: it did not. At most
  /// an hour.
  [[nodiscard]] virtual std::chrono::seconds patience_asked() const { return std::chrono::seconds{0}; }
  /// The grant for this copy; central signed it, the caller verifies it. Also certificate_unknown,
  /// certificate_revoked, certificate_printed, print_unresolved, copy_unknown, region_not_served, grant_held,
  /// grant_spent, grant_expired, grant_key_missing.
  virtual Result<grant::Grant> fetch_grant(protocol::GrantRequest const& request) = 0;
  /// Gives back one that was not used; giving it back twice is no fault. Also grant_unknown, grant_spent.
  virtual Result<void> return_grant(EntryId const& grant) = 0;
  /// The next page of changes in what proves things without network (keys, void certificates, names of
  /// authorities and hashes of their seals) and in what central sets (this kiosk's settings, rule packs,
  /// words); from the start where `cursor` is empty. Also resync_needed.
  virtual Result<protocol::ChangesPage> proof_changes(std::string const& cursor) = 0;
  /// The next page of changes in people, as it came: protocol::ChangeSlicer reads it. `kinds`: person, and
  /// certificate and standing where this kiosk may keep its region. Also resync_needed.
  virtual Result<SecretText> people_changes(std::string const& kinds, std::string const& cursor) = 0;
  /// The picture of a seal by the hash that the delta told, a PNG file; whether it is that one, the caller
  /// checks. Also record_unknown.
  virtual Result<std::string> fetch_seal(std::string const& sha256) = 0;
};

}  // namespace ce::ports
