#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/replay/changes.h"
#include "central/rulebook/rulebook.h"
#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/base/units.h"
#include "shared/storage/database.h"

namespace ce::replay {

/// The figures of a verdict that are frozen with a certificate.
struct Figures {
  CreditUnits public_subject;
  CreditUnits professional;
  CreditUnits mandatory;
  CreditUnits elective;
  CreditUnits total;
  CreditUnits achievement;
  bool operator==(Figures const&) const = default;
};

struct CertificateLine {
  std::string number;
  SecretText name;  // as printed
  int year = 0;
  Date issue_day;
  bool revoked = false;
};

/// A verdict given again (rules.md: any verdict can be replayed years later).
struct Replay {
  CertificateLine certificate;
  std::string pack;
  std::optional<CreditUnits> guide;  // mandatory part by the guide; nothing: no guide that year
  bool whole = false;  // the pack and the facts of the records were frozen, not their names alone
  std::vector<std::int64_t> record_ids;
  Figures frozen;
  Figures again;                      // by the frozen pack from the records in the store
  std::optional<Figures> from_facts;  // by the frozen pack from the frozen facts; only where whole
  bool complete = false;              // whether `again` still completes the year
  std::vector<RecordChange> changes;  // records that are not any more what they were

  /// Nothing differs: neither figures nor records.
  [[nodiscard]] bool same() const;
};

/// Judges the year of certificate `number` anew by what was frozen with it. Reads only. Fails as
/// find_evidence() does, or with a storage error.
[[nodiscard]] Result<Replay> replay(storage::Database& database, rulebook::Rulebook const& rules,
                                    std::string_view number);

}  // namespace ce::replay
