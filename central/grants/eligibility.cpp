#include "central/grants/eligibility.h"

#include "central/grants/policy.h"
#include "central/store/words.h"

namespace ce::grants {
namespace {

using protocol::PrintOutcome;

Result<void> check_copy(storage::Database& database, std::string_view certificate, int copy) {
  if (copy == 1) return {};
  auto allowed = database.prepare("SELECT 1 FROM allowed_copies WHERE certificate = $1 AND copy = $2");
  CE_TRY(bool const there, allowed.bind(1, certificate).bind(2, copy).step());
  if (there) return {};
  return Failure{FailureCode::copy_unknown, "第 " + std::to_string(copy) + " 份"};
}

Result<void> check_prints(storage::Database& database, std::string_view certificate, int copy) {
  auto rows = database.prepare("SELECT outcome FROM prints WHERE certificate = $1 AND copy = $2");
  rows.bind(1, certificate).bind(2, copy);
  bool unresolved = false;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) break;
    auto const outcome = rows.optional_text(0);
    auto const known = store::from_protocol_word<PrintOutcome>(outcome.value_or("unknown"));
    if (!known) return known.failure();
    if (*known == PrintOutcome::unknown) unresolved = true;
    if (*known == PrintOutcome::sent_to_printer || *known == PrintOutcome::confirmed) {
      return Failure{FailureCode::certificate_printed, {}};
    }
  }
  if (unresolved) return Failure{FailureCode::print_unresolved, {}};
  return {};
}

}  // namespace

Result<void> check_eligible(storage::Database& database, certificate::Regions const& regions,
                            std::string_view kiosk, protocol::GrantRequest const& request, Instant now) {
  auto const& certificate = request.certificate_number;
  auto row = database.prepare("SELECT region, revoked_ms FROM certificates WHERE number = $1");
  CE_TRY(bool const there, row.bind(1, certificate).step());
  if (!there) return Failure{FailureCode::certificate_unknown, {}};
  if (!row.is_null(1)) return Failure{FailureCode::certificate_revoked, {}};
  CE_TRY(auto const policy, policy_of(database, kiosk));
  auto const region = row.text(0);
  auto const heir = regions.issuing_code(region, china_date(now).year());
  if (!policy.serves.covers(region) && !policy.serves.covers(heir))
    return Failure{FailureCode::region_not_served, {}};
  CE_CHECK(check_copy(database, certificate, request.copy));
  return check_prints(database, certificate, request.copy);
}

}  // namespace ce::grants
