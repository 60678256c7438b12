#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "central/store/records.h"
#include "shared/credit/judge.h"
#include "shared/credit/shelf.h"

namespace ce::issuing {

/// Everything by which a verdict can be replayed years later.
struct Evidence {
  std::int64_t professional = 0;
  credit::RulePack const& pack;
  credit::Verdict const& verdict;
  std::vector<store::StoredRecord> const& records;  // those judged, in the order of the verdict
  Instant judged;
};

/// A verdict as its row: figures in units, ids and facts (record_facts.h) of the records that it rests on.
struct FrozenVerdict {
  std::int64_t professional = 0;
  int year = 0;
  std::optional<std::int64_t> guide_units;
  std::int64_t public_units = 0;
  std::int64_t professional_units = 0;
  std::int64_t mandatory_units = 0;
  std::int64_t elective_units = 0;
  std::int64_t total_units = 0;
  std::int64_t achievement_units = 0;
  std::string record_ids;
  std::string record_facts;
  Instant judged;
};

/// Pure: made outside of any transaction where the store's writer should not wait for it.
[[nodiscard]] FrozenVerdict frozen_verdict(Evidence const& evidence);

/// What all verdicts of one pack share: pack with switches, and the whole pack's digest.
struct Reading {
  std::int64_t id = 0;
  std::string pack_digest;
};

/// Asks for what is stored of the pack already, which keep_reading() then takes (Statement::ask).
[[nodiscard]] storage::Statement ask_reading(storage::Database& database, credit::PackShelf const& packs,
                                             credit::RulePack const& pack);
/// Stores the whole pack (figures, switches, guides) once, in the caller's transaction.
[[nodiscard]] Result<Reading> keep_reading(storage::Database& database, storage::Statement asked,
                                           credit::PackShelf const& packs, credit::RulePack const& pack);

/// Stores the verdicts (at least one, all of one year) of what is issued in one transaction as one row: the
/// first in its columns, the others as lines (verdict_lines.h), for a row each costs more than all that it
/// says.
[[nodiscard]] Result<void> keep_verdicts(storage::Database& database, Reading const& reading, std::int64_t id,
                                         std::span<FrozenVerdict const* const> verdicts);

}  // namespace ce::issuing
