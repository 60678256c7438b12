#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::issuing {

struct Order {
  std::int64_t professional = 0;
  int year = 0;
  Date day;     // 发证时间
  Instant now;  // when it is done
};

/// Issues the certificate of a complete year within the caller's transaction (Store::write): judges by the
/// year's pack, freezes that verdict with its pack, switches and records, takes the next number of the region
/// and year (article 15, gap-free: the counter row is part of the transaction) and names the authority of the
/// person's region (article 14). Gives the number.
/// Fails with person_unknown, year_without_pack, input_invalid (not complete, or one is in force already),
/// number_exhausted, or a storage error.
[[nodiscard]] Result<std::string> issue(storage::Database& database, store::Rulebook const& rules,
                                        Order const& order);

/// Revokes; the number is never used again. Fails with certificate_unknown, input_invalid (revoked already,
/// no reason).
[[nodiscard]] Result<void> revoke(storage::Database& database, store::Rulebook const& rules,
                                  std::string_view number, std::string_view reason, Instant now);

}  // namespace ce::issuing
