#pragma once

#include <cstdint>
#include <string>

#include "central/issuing/permission.h"
#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::issuing {

struct Order {
  std::int64_t professional = 0;
  int year = 0;
  Date day;                  // 发证时间
  Instant now;               // when it is done
  std::string account = {};  // who issues
};

/// Issues the certificate of a complete year within the caller's transaction (Store::write): judges by the
/// year's pack, freezes that verdict with its pack and records, takes the next number of the issuing region
/// and year (articles 14 and 15; gap-free, the counter row is part of the transaction) and keeps the
/// standing. Gives the number. Asks nobody's permission. Fails with person_unknown, year_without_pack,
/// issuing_refused (not complete, or one is in force already), number_exhausted, or a storage error.
[[nodiscard]] Result<std::string> issue(storage::Database& database, store::Rulebook const& rules,
                                        Order const& order);

/// The same by an HRSS clerk, with its entry in the audit chain, in a transaction that requests at the same
/// time share (issue_one.cpp). Fails also with issuing_refused (another's region, or oneself) and
/// input_invalid (the day).
[[nodiscard]] Result<std::string> issue_one(store::Store& store, Actor const& actor,
                                            std::int64_t professional, int year, Date day, Instant now);

}  // namespace ce::issuing
