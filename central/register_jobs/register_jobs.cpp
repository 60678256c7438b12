#include "central/register_jobs/register_jobs.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <tuple>

#include "central/jobs/old_files.h"
#include "central/registers/register_file.h"
#include "central/store/words.h"
#include "shared/base/entry_id.h"

namespace ce::register_jobs {
namespace {

constexpr std::int64_t ms_of_hour = 3'600'000;
constexpr std::int64_t dropped_at_once = 50;
constexpr std::int64_t most_looked_through = 50;

std::string ending_of(Format format) {
  return "." + std::string{store::to_word(format_words, format)};
}

bool is_same(Asked const& one, Asked const& other) {
  auto const all_of = [](Asked const& asked) {
    auto const& filter = asked.filter;
    return std::tie(asked.account, asked.format, asked.names, filter.scope.code, filter.year,
                    filter.printed_from, filter.printed_to, filter.kiosk);
  };
  return all_of(one) == all_of(other);
}

Result<std::string> bytes_at(std::filesystem::path const& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return Failure{FailureCode::record_unknown, "no file of this register"};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

// Names lie in it: our own user's alone.
void make_directory(std::filesystem::path const& directory) {
  std::error_code ignored;  // writing into it tells
  if (std::filesystem::create_directories(directory, ignored)) {
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all, ignored);
  }
}

}  // namespace

std::filesystem::path place_of(Desk const& desk, Job const& job) {
  return desk.directory / (job.id + ending_of(job.asked.format));
}

Result<void> write_file(Desk const& desk, Asked const& asked, Instant now, std::filesystem::path const& file,
                        std::function<bool(std::int64_t)> const& progress) {
  make_directory(desk.directory);
  registers::FileOptions const options{.names = asked.names, .now = now, .progress = progress};
  return asked.format == Format::xlsx ? registers::write_xlsx(desk.store, asked.filter, options, file)
                                      : registers::write_pdf(desk.store, asked.filter, options, file);
}

Result<bool> is_short(Desk const& desk, registers::Filter const& filter) {
  CE_TRY(auto const page, registers::lines_of(desk.store, filter, {}, most_at_once));
  return !page.after;
}

Result<std::string> written_at_once(Desk const& desk, Asked const& asked, Instant now) {
  auto const file = desk.directory / ("now-" + EntryId::make().text() + ending_of(asked.format));
  CE_CHECK(write_file(desk, asked, now, file));
  auto bytes = bytes_at(file);
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return bytes;
}

Result<std::string> take_in(Desk const& desk, Asked const& asked, Instant now) {
  Job const job{.id = EntryId::make().text(), .asked = asked, .created = now};
  std::string id;
  auto const done = desk.store.write([&](storage::Database& database) -> Result<void> {
    id.clear();
    CE_TRY(auto const before, jobs_of(database, asked.account, most_looked_through));
    std::size_t waiting = 0;
    for (auto const& other : before) {
      if (jobs::has_ended(other.state)) continue;
      ++waiting;
      if (is_same(other.asked, asked)) id = other.id;
    }
    if (!id.empty()) return {};
    if (waiting >= most_waiting) {
      return Failure{FailureCode::input_invalid,
                     "您已有 " + std::to_string(waiting) + " 份名册正在生成，请等其中一份完成后再下载"};
    }
    id = job.id;
    return insert_job(database, job);
  });
  if (!done) return done.failure();
  return id;
}

Result<Job> find(Desk const& desk, std::string_view account, std::string_view id) {
  Job job;
  CE_CHECK(desk.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(job, read_job(database, id));
    return {};
  }));
  if (job.asked.account != account) return Failure{FailureCode::record_unknown, "register job of another"};
  return job;
}

Result<std::vector<Job>> latest(Desk const& desk, std::string_view account, std::int64_t most) {
  std::vector<Job> list;
  CE_CHECK(desk.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(list, jobs_of(database, account, most));
    return {};
  }));
  return list;
}

Result<std::string> file_of(Desk const& desk, Job const& job) {
  if (job.state != jobs::State::done) return Failure{FailureCode::record_unknown, "register not written yet"};
  return bytes_at(place_of(desk, job));
}

Result<std::size_t> drop_old(Desk const& desk, std::int64_t hours, Instant now) {
  std::vector<std::string> ids;
  CE_CHECK(desk.store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(ids, remove_ended(database, Instant{now.ms - hours * ms_of_hour}, dropped_at_once));
    return {};
  }));
  std::error_code ignored;
  for (auto const& id : ids) {
    for (auto const format : {Format::xlsx, Format::pdf}) {
      std::filesystem::remove(desk.directory / (id + ending_of(format)), ignored);
    }
  }
  // A job's own file goes with its row; later than that, what a process left that died.
  jobs::remove_old_files(desk.directory, std::chrono::hours{hours + 1});
  return ids.size();
}

}  // namespace ce::register_jobs
