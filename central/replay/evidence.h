#pragma once

#include <string>
#include <vector>

#include "central/issuing/record_facts.h"
#include "central/replay/replay.h"
#include "shared/credit/pack.h"

namespace ce::replay {

/// What was frozen with one certificate.
struct Evidence {
  credit::RulePack pack;
  std::optional<credit::StudyGuide> guide;
  Figures figures;
  std::vector<std::int64_t> record_ids;
  bool whole = false;  // pack and facts were frozen too; certificates from before that have ids alone
  std::vector<issuing::FrozenRecord> records;  // empty unless whole
};

/// The certificate's own words and what its verdict rests on. Where the pack was not frozen, that of the same
/// id in `rules` with the frozen switches. Fails with certificate_unknown, year_without_pack (not frozen and
/// not configured any more), pack_invalid or storage_fault (a frozen text that cannot be read).
struct Found {
  CertificateLine certificate;
  Evidence evidence;
};
[[nodiscard]] Result<Found> find_evidence(storage::Database& database, rulebook::Rulebook const& rules,
                                          std::string_view number);

}  // namespace ce::replay
