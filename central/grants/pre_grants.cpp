#include "central/grants/hand_out.h"
#include "central/grants/policy.h"

namespace ce::grants {
namespace {

bool is_of_the_store(FailureCode code) {
  return name_of(code).starts_with("storage_") || code == FailureCode::grant_key_missing;
}

}  // namespace

Result<void> add_pre_grants(Office const& office, std::string_view kiosk, protocol::PersonYears& years,
                            Instant now) {
  Policy policy;
  CE_CHECK(office.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(policy, policy_of(database, kiosk));
    return {};
  }));
  if (policy.pre_grant_minutes == 0) return {};

  std::vector<std::optional<grant::Grant>> handed;
  CE_CHECK(office.store.write([&](storage::Database& database) -> Result<void> {
    handed.assign(years.years.size(), std::nullopt);
    for (std::size_t i = 0; i < years.years.size(); ++i) {
      auto const& line = years.years[i].certificate;
      if (line.state != protocol::CertificateState::printable) continue;
      auto const grant =
          hand_out_within(database, office, kiosk,
                          {.request = EntryId::make(), .certificate_number = line.number, .copy = line.copy},
                          policy.pre_grant_minutes * minute_ms, now);
      if (grant) handed[i] = *grant;
      if (!grant && is_of_the_store(grant.failure().code)) return grant.failure();
    }
    return {};
  }));
  for (std::size_t i = 0; i < handed.size(); ++i) years.years[i].certificate.grant = std::move(handed[i]);
  return {};
}

}  // namespace ce::grants
