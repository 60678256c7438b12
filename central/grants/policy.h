#pragma once

#include <cstdint>
#include <string_view>

#include "central/audit/audit.h"
#include "central/store/rows.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::store {
class Store;
}

namespace ce::grants {

/// What the location of a kiosk lets it do.
struct Policy {
  store::RegionScope serves;           // whose certificates it prints
  std::int64_t pre_grant_minutes = 0;  // how long a grant that comes with a query is good; 0: none comes
};

/// Fails with not_permitted where there is no such kiosk.
[[nodiscard]] Result<Policy> policy_of(storage::Database& database, std::string_view kiosk);

/// `serves` is province (the default), city or county: that of the kiosk's own region. `minutes` at most 30
/// days. One entry in the audit chain of the kiosk's region, whatever `by` says of one. Fails with
/// input_invalid, naming what is wrong.
[[nodiscard]] Result<void> set_policy(store::Store& store, std::string_view kiosk, std::string_view serves,
                                      std::int64_t pre_grant_minutes, Instant now, audit::Author by);

}  // namespace ce::grants
