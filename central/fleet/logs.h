#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/audit/audit.h"
#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/protocol/kiosk_log.h"

/// Logs that operators ask kiosks for. Any thread. Who may ask and read is for the caller; both leave an
/// entry in the audit chain of the kiosk's region, whatever region `by` has.
namespace ce::fleet {

/// A kiosk that says nothing for so long is not asked any more.
inline constexpr std::int64_t log_patience_hours = 24;

/// The id of the request. Fails with record_unknown for a kiosk that is not there, with input_invalid, in
/// Chinese, for hours beyond 1 to protocol::most_log_hours and where it was asked and has not answered.
[[nodiscard]] Result<std::string> ask_for_log(store::Store& store, audit::Author const& by,
                                              std::string_view kiosk, std::int64_t hours, Instant now);

/// What is wanted of it, for the answer to its heartbeat; within that transaction.
[[nodiscard]] Result<std::optional<protocol::LogWanted>> log_wanted(storage::Database& database,
                                                                    std::string_view kiosk, Instant now);

/// Keeps what the kiosk brought, the first time. Fails with record_unknown where that was not asked of it.
[[nodiscard]] Result<void> take_log(store::Store& store, std::string_view kiosk,
                                    protocol::KioskLog const& log, Instant now);

struct LogRequest {
  std::string id;
  std::int64_t hours = 0;
  std::string account;  // as people know it
  Instant asked;
  std::optional<Instant> received;
  bool over = false;  // it did not come, and is not asked for any more
  std::int64_t left_out = 0;
  std::string problem;
  std::int64_t bytes = 0;
};
/// Of one kiosk, the newest first, at most `most`.
[[nodiscard]] Result<std::vector<LogRequest>> logs_of(store::Store const& store, std::string_view kiosk,
                                                      std::int64_t most, Instant now);

struct LogRead {
  LogRequest request;
  std::string text;
};
/// Fails with record_unknown where there is none of that id, or it did not come yet.
[[nodiscard]] Result<LogRead> read_log(store::Store& store, audit::Author const& by, std::string_view kiosk,
                                       std::string_view id, Instant now);

/// Drops requests and logs `days` after they were asked for; gives how many.
[[nodiscard]] Result<std::int64_t> drop_old_logs(store::Store& store, std::int64_t days, Instant now);

}  // namespace ce::fleet
