#include "central/grants/copies.h"

namespace ce::grants {
namespace {

Result<void> check_in_force(storage::Database& database, std::string_view certificate) {
  auto row = database.prepare("SELECT revoked_ms FROM certificates WHERE number = $1");
  CE_TRY(bool const there, row.bind(1, certificate).step());
  if (!there) return Failure{FailureCode::certificate_unknown, "no certificate has that number"};
  if (!row.is_null(0)) return Failure{FailureCode::certificate_revoked, "the certificate is revoked"};
  return {};
}

Result<int> last_copy(storage::Database& database, std::string_view certificate) {
  auto row = database.prepare("SELECT COALESCE(MAX(copy), 1) FROM allowed_copies WHERE certificate = $1");
  CE_CHECK(row.bind(1, certificate).step());
  return static_cast<int>(row.integer(0));
}

}  // namespace

Result<int> allow_copy(storage::Database& database, Reprint const& reprint, Instant now) {
  if (reprint.reason.empty()) return Failure{FailureCode::input_invalid, "a reprint needs a reason"};
  CE_CHECK(check_in_force(database, reprint.certificate));
  CE_TRY(int const last, last_copy(database, reprint.certificate));
  auto printed = database.prepare(
      "SELECT 1 FROM prints WHERE certificate = $1 AND copy = $2 AND outcome IN ('sent_to_printer', "
      "'confirmed')");
  CE_TRY(bool const out, printed.bind(1, reprint.certificate).bind(2, last).step());
  if (!out) {
    return Failure{
        FailureCode::input_invalid,
        "copy " + std::to_string(last) + " has not been printed yet, so it can be printed as it is"};
  }
  CE_CHECK(database
               .prepare("INSERT INTO allowed_copies (certificate, copy, reason, allowed_by, allowed_ms) "
                        "VALUES ($1, $2, $3, $4, $5)")
               .bind(1, reprint.certificate)
               .bind(2, last + 1)
               .bind(3, reprint.reason)
               .bind(4, reprint.allowed_by)
               .bind(5, now.ms)
               .run());
  return last + 1;
}

}  // namespace ce::grants
