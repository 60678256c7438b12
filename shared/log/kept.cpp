#include "shared/log/kept.h"

#include <sys/stat.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <string>
#include <utility>

namespace ce::log {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::string_view before_time = R"({"time":")";

/// As spdlog's rotation names them: kiosk.log, kiosk.1.log, kiosk.2.log.
std::filesystem::path set_aside_as(std::filesystem::path const& file, std::size_t number) {
  auto name = file.stem();
  name += "." + std::to_string(number);
  name += file.extension();
  return file.parent_path() / name;
}

/// The first line's time as it stands there (RFC 3339 in UTC, so order is that of the text); empty where it
/// is none of ours.
std::string first_time(std::filesystem::path const& file) {
  std::ifstream in{file};
  std::string line;
  std::getline(in, line);
  if (!line.starts_with(before_time)) return {};
  return line.substr(before_time.size(), rfc3339(Instant{}).size());
}

bool written_before(std::filesystem::path const& file, Instant moment) {
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return false;
  return std::int64_t{about.st_mtim.tv_sec} * 1000 < moment.ms;
}

}  // namespace

void set_aside_old(Kept const& kept, Instant now) {
  if (kept.file.empty() || kept.files == 0) return;
  auto const span_ms = kept.days * day_ms / static_cast<std::int64_t>(kept.files);
  auto const first = first_time(kept.file);
  if (first.empty() || first >= rfc3339({now.ms - span_ms})) return;
  // A disk that refuses leaves the file where it is, and the log is written on as before.
  std::error_code ignored;
  for (auto number = kept.files; number > 1; --number) {
    std::filesystem::rename(set_aside_as(kept.file, number - 1), set_aside_as(kept.file, number), ignored);
  }
  std::filesystem::rename(kept.file, set_aside_as(kept.file, 1), ignored);
}

std::size_t drop_old(Kept const& kept, Instant now) {
  if (kept.file.empty()) return 0;
  std::size_t dropped = 0;
  for (std::size_t number = 1; number <= kept.files; ++number) {
    auto const file = set_aside_as(kept.file, number);
    std::error_code ignored;
    if (written_before(file, {now.ms - kept.days * day_ms}) && std::filesystem::remove(file, ignored))
      ++dropped;
  }
  return dropped;
}

Keeper::Keeper(Kept kept) {
  if (kept.file.empty()) return;
  set_aside_old(kept, SystemClock{}.now());
  thread_ = std::jthread{[kept = std::move(kept)](std::stop_token const& stopping) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock{mutex};
    while (!stopping.stop_requested()) {
      drop_old(kept, SystemClock{}.now());
      wake.wait_for(lock, stopping, std::chrono::hours{24}, [] { return false; });
    }
  }};
}

}  // namespace ce::log
