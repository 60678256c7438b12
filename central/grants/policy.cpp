#include "central/grants/policy.h"

#include "central/store/store.h"

namespace ce::grants {
namespace {

constexpr std::int64_t most_minutes = 30LL * 24 * 60;

store::RegionScope scope_of(std::string const& region, std::string_view serves) {
  if (serves == "county") return {region};
  if (serves == "city") return {region.substr(0, 4) + "00"};
  return {};
}

}  // namespace

Result<Policy> policy_of(storage::Database& database, std::string_view kiosk) {
  auto row = database.prepare("SELECT region, serves, pre_grant_minutes FROM kiosks WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, kiosk).step());
  if (!there) return Failure{FailureCode::not_permitted, "no such kiosk"};
  return Policy{scope_of(row.text(0), row.text(1)), row.integer(2)};
}

Result<void> set_policy(store::Store& store, std::string_view kiosk, std::string_view serves,
                        std::int64_t pre_grant_minutes, Instant now, audit::Author by) {
  if (serves != "province" && serves != "city" && serves != "county") {
    return Failure{FailureCode::input_invalid, "serves is province, city or county"};
  }
  if (pre_grant_minutes < 0 || pre_grant_minutes > most_minutes) {
    return Failure{FailureCode::input_invalid, "pre-grants last 0 (none) to 43200 minutes"};
  }
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(database.prepare("UPDATE kiosks SET serves = $2, pre_grant_minutes = $3 WHERE id = $1")
                 .bind(1, kiosk)
                 .bind(2, serves)
                 .bind(3, pre_grant_minutes)
                 .run());
    if (database.changes() != 1)
      return Failure{FailureCode::input_invalid, "no kiosk '" + std::string{kiosk} + "'"};
    auto row = database.prepare("SELECT region FROM kiosks WHERE id = $1");
    CE_CHECK(row.bind(1, kiosk).step());
    by.region = row.text(0);
    return audit::append(database, by, audit::Action::kiosk_policy_set, {"kiosk", std::string{kiosk}},
                         audit::detail({{"serves", serves}, {"pre_grant_minutes", pre_grant_minutes}}), now);
  });
}

}  // namespace ce::grants
