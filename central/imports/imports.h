#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "central/imports/job.h"
#include "central/imports/tray.h"
#include "central/store/store.h"

/// Registration files as jobs: brought by a request, worked off by a jobs::Worker, looked at by whoever
/// brought them.
namespace ce::imports {

/// Where jobs are kept; borrows the store.
struct Desk {
  store::Store& store;
  Tray const& tray;
  std::int64_t most_waiting = 5;  // files of one account that wait or are worked off
};

/// What somebody brings.
struct Brought {
  std::string file_name;  // as the browser says it; only shown
  std::string_view bytes;
  bool all_or_nothing = false;
  Kind kind = Kind::records;
};

/// Takes a file in; gives the job's id. Fails with file_refused (empty, over the size of a registration file,
/// too many of this account waiting) and storage errors.
[[nodiscard]] Result<std::string> take_in(Desk const& desk, registration::Actor const& actor,
                                          Brought const& brought, Instant now);

/// A job of this account. Fails with record_unknown for any other.
[[nodiscard]] Result<Job> find(Desk const& desk, registration::Actor const& actor, std::string_view id);
[[nodiscard]] Result<std::vector<Job>> latest(Desk const& desk, registration::Actor const& actor,
                                              Kind kind = Kind::records, std::int64_t most = 20);
[[nodiscard]] Result<std::vector<JobRow>> rows(Desk const& desk, Job const& job, std::int64_t after,
                                               std::int64_t most);
/// Takes away what is left of jobs that ended so many days ago: their rows, and the reports. At most some for
/// each call; gives how many.
[[nodiscard]] Result<std::size_t> drop_old(Desk const& desk, std::int64_t days, Instant now);

/// Asks a job to stop; what is registered stays, all or nothing takes it back. Leaves an entry in the audit
/// chain where the job was under way and nobody had asked yet.
[[nodiscard]] Result<void> stop(Desk const& desk, registration::Actor const& actor, std::string_view id,
                                Instant now);

}  // namespace ce::imports
