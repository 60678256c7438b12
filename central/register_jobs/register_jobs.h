#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "central/register_jobs/job.h"
#include "central/store/store.h"

/// Registers as files: short ones at once, long ones as jobs that a jobs::Worker works off.
namespace ce::register_jobs {

/// A register of so many lines is written while its reader waits.
inline constexpr int most_at_once = registers::most_lines;
/// Jobs of one account that may wait or run.
inline constexpr std::size_t most_waiting = 3;

/// Where jobs and their files are; borrows both. Several processes may share the directory.
struct Desk {
  store::Store& store;
  std::filesystem::path const& directory;
};

/// Whether it is short enough to be written at once. Reads no more than that.
[[nodiscard]] Result<bool> is_short(Desk const& desk, registers::Filter const& filter);
/// The file of a short one. Fails as registers::write_xlsx() and write_pdf() do.
[[nodiscard]] Result<std::string> written_at_once(Desk const& desk, Asked const& asked, Instant now);

/// Notes a job, or finds the one of the same account and question that is not done yet; gives its id. Fails
/// with input_invalid where too many of the account wait, and storage errors.
[[nodiscard]] Result<std::string> take_in(Desk const& desk, Asked const& asked, Instant now);
/// A job of this account. Fails with record_unknown for any other.
[[nodiscard]] Result<Job> find(Desk const& desk, std::string_view account, std::string_view id);
[[nodiscard]] Result<std::vector<Job>> latest(Desk const& desk, std::string_view account, std::int64_t most);
/// The file of a job that is done. Fails with record_unknown where it is not, or is gone.
[[nodiscard]] Result<std::string> file_of(Desk const& desk, Job const& job);

/// What both ways have in common: writes the register to `file`, all or nothing.
[[nodiscard]] Result<void> write_file(Desk const& desk, Asked const& asked, Instant now,
                                      std::filesystem::path const& file,
                                      std::function<bool(std::int64_t)> const& progress = {});
[[nodiscard]] std::filesystem::path place_of(Desk const& desk, Job const& job);

/// Takes jobs and files away that ended so many hours ago; at most some for each call, gives how many.
[[nodiscard]] Result<std::size_t> drop_old(Desk const& desk, std::int64_t hours, Instant now);

}  // namespace ce::register_jobs
