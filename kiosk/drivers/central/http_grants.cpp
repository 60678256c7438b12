#include <array>

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/drivers/central/refusal.h"
#include "kiosk/drivers/central/session.h"
#include "shared/protocol/json.h"

// What central says about print grants.
namespace ce::drivers {
namespace {

constexpr auto grant_codes = std::to_array<FailureCode>({
    FailureCode::certificate_unknown,
    FailureCode::certificate_revoked,
    FailureCode::certificate_printed,
    FailureCode::print_unresolved,
    FailureCode::copy_unknown,
    FailureCode::region_not_served,
    FailureCode::grant_held,
    FailureCode::grant_unknown,
    FailureCode::grant_spent,
    FailureCode::grant_expired,
    FailureCode::grant_key_missing,
});

}  // namespace

Result<grant::Grant> HttpCentral::fetch_grant(protocol::GrantRequest const& request) {
  CE_TRY(auto const body,
         body_of(session_->call("/api/v1/kiosk/print-grants", SecretText{protocol::write(request)}),
                 grant_codes));
  return session_->read(protocol::read_grant(body.reveal()));
}

Result<void> HttpCentral::return_grant(EntryId const& grant) {
  auto const body =
      body_of(session_->call("/api/v1/kiosk/print-grants/" + grant.text() + "/return", SecretText{"{}"}),
              grant_codes);
  if (!body) return body.failure();
  return {};
}

}  // namespace ce::drivers
