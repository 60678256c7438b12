#include "central/store/grant_consumption.h"

namespace ce::store {
namespace {

using protocol::PrintRequested;

Result<std::string_view> consume_named(storage::Database& database, std::string_view kiosk,
                                       EntryId const& print_id, PrintRequested const& print, Instant now) {
  auto row = database.prepare(
      "SELECT state, withdrawn_why FROM print_grants WHERE id = $1 AND kiosk = $2 AND certificate = $3 AND "
      "copy = $4");
  row.bind(1, print.grant->text()).bind(2, kiosk).bind(3, print.certificate_number).bind(4, print.copy);
  CE_TRY(bool const there, row.step());
  if (!there) return std::string_view{"foreign"};
  if (row.text(0) == "consumed") return std::string_view{"reused"};
  bool const taken_back = !row.is_null(1);
  // An expired one too: the print began in time, by the kiosk's ledger, and its event came late.
  CE_CHECK(
      database
          .prepare("UPDATE print_grants SET state = 'consumed', print_id = $2, ended_ms = $3 WHERE id = $1")
          .bind(1, print.grant->text())
          .bind(2, print_id.text())
          .bind(3, now.ms)
          .run());
  return std::string_view{taken_back ? "withdrawn" : "granted"};
}

}  // namespace

Result<std::string_view> consume_grant(storage::Database& database, std::string_view kiosk,
                                       EntryId const& print_id, PrintRequested const& print, Instant now) {
  if (print.grant) return consume_named(database, kiosk, print_id, print, now);
  CE_CHECK(database
               .prepare("UPDATE print_grants SET state = 'consumed', print_id = $4, ended_ms = $5 "
                        "WHERE certificate = $1 AND copy = $2 AND kiosk = $3 AND state = 'live'")
               .bind(1, print.certificate_number)
               .bind(2, print.copy)
               .bind(3, kiosk)
               .bind(4, print_id.text())
               .bind(5, now.ms)
               .run());
  return std::string_view{"without"};
}

}  // namespace ce::store
