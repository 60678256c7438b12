#include "central/grants/copies.h"

#include <string>
#include <vector>

#include "central/changes/touch.h"

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

Result<ReprintRule> reprint_rule(storage::Database& database) {
  auto row = database.prepare("SELECT most, mark FROM reprint_rule WHERE id = 1");
  CE_TRY(bool const there, row.step());
  if (!there) return ReprintRule{};
  return ReprintRule{static_cast<int>(row.integer(0)), row.integer(1) != 0};
}

Result<void> set_reprint_rule(storage::Database& database, ReprintRule const& rule, audit::Author const& by,
                              Instant now) {
  if (rule.most < 0 || rule.most > 100) {
    return Failure{FailureCode::input_invalid, "0 to 100 reprints can be allowed"};
  }
  auto row = database.prepare(
      "INSERT INTO reprint_rule (id, most, mark) VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE SET "
      "most = excluded.most, mark = excluded.mark");
  CE_CHECK(row.bind(1, std::int64_t{rule.most}).bind(2, std::int64_t{rule.mark ? 1 : 0}).run());
  return audit::append(database, by, audit::Action::reprint_rule_set, {"reprint_rule", {}},
                       audit::detail({{"most", rule.most}, {"mark", rule.mark}}), now);
}

Result<int> allow_copy(storage::Database& database, Reprint const& reprint, Instant now) {
  if (reprint.reason.empty()) return Failure{FailureCode::input_invalid, "a reprint needs a reason"};
  CE_CHECK(check_in_force(database, reprint.certificate));
  CE_TRY(int const last, last_copy(database, reprint.certificate));
  CE_TRY(auto const rule, reprint_rule(database));
  if (last > rule.most) {
    return Failure{FailureCode::not_permitted, "the certificate was reprinted " + std::to_string(last - 1) +
                                                   " times; the rule allows " + std::to_string(rule.most) +
                                                   " (ce-admin reprint-rule)"};
  }
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
  std::vector<std::string> const changed{std::string{reprint.certificate}};
  CE_CHECK(changes::certificates_changed(database, changed));
  auto region = database.prepare("SELECT region FROM certificates WHERE number = $1");
  CE_CHECK(region.bind(1, reprint.certificate).step());
  CE_CHECK(audit::append(database, {std::string{reprint.allowed_by}, "operator", region.text(0)},
                         audit::Action::reprint_allowed, {"certificate", std::string{reprint.certificate}},
                         audit::detail({{"copy", last + 1}}), now));
  return last + 1;
}

}  // namespace ce::grants
