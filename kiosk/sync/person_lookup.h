#pragma once

#include <string>

#include "kiosk/cache/cache.h"
#include "kiosk/cache/region_copy.h"
#include "kiosk/journal/journal.h"
#include "kiosk/ports/central.h"
#include "kiosk/sync/key_shelf.h"
#include "shared/base/result.h"
#include "shared/log/log.h"
#include "shared/protocol/messages.h"

namespace ce::sync {

/// A person's years and whether they are the cache's copy (shown as 数据截至 years.as_of).
struct FoundPerson {
  protocol::PersonYears years;
  bool from_cache = false;
};

/// Where the kiosk learns about people: central first, the sealed cache where central cannot answer. Both
/// are corrected by this kiosk's own ledger, so that a sheet printed a moment ago reads printed, and one
/// whose outcome is open reads unresolved. Everything is borrowed; one worker thread at a time.
class PersonLookup {
 public:
  /// `region`: its copy, where this kiosk keeps one; `keys`: what the delta told void, where it is kept.
  PersonLookup(ports::Central& central, cache::Cache& cache, journal::Journal const& journal,
               log::Logger const& logger, cache::RegionCopy* region = nullptr,
               KeyShelf const* keys = nullptr);

  /// Fails as Central::find_person does. The cache answers only after central_unreachable, central_fault,
  /// too_many_requests or an answer that cannot be read; if it has nothing the failure is not_cached, and
  /// a password is held against the one central accepted last (credential_refused, credential_locked).
  /// person_unknown makes the cache forget the person. Who came by card and was not served here lately is
  /// looked for in the region's copy: without a name, which is the card's, and nothing of it can be printed.
  /// Where both know the person the newer word counts (kept_answer.h).
  Result<FoundPerson> find(protocol::PersonQuery const& query);

  /// After each settle(): a sheet that came out, or may have, is no longer offered from the cache even if the
  /// journal should be lost; one that did not is offered again.
  Result<void> note_print(std::string const& certificate_number, protocol::PrintOutcome outcome);

 private:
  [[nodiscard]] Result<protocol::PersonYears> kept(protocol::PersonQuery const& query);
  /// Empty where it cannot be read.
  [[nodiscard]] std::string era() const;
  void note_trouble(Result<void> const& result) const;

  ports::Central* central_;
  cache::Cache* cache_;
  cache::RegionCopy* region_;
  journal::Journal const* journal_;
  log::Logger const* logger_;
  KeyShelf const* keys_;
};

}  // namespace ce::sync
