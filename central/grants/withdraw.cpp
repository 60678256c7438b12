#include "central/grants/withdraw.h"

namespace ce::grants {

Result<std::int64_t> withdraw_grants(storage::Database& database, std::int64_t professional,
                                     std::string_view why, Instant now) {
  auto update = database.prepare(
      "UPDATE print_grants SET state = 'withdrawn', ended_ms = $2, withdrawn_why = $3 WHERE state = 'live' "
      "AND "
      "certificate IN (SELECT number FROM certificates WHERE professional = $1)");
  CE_CHECK(update.bind(1, professional).bind(2, now.ms).bind(3, why).run());
  return database.changes();
}

}  // namespace ce::grants
