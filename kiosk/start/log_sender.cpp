#include "kiosk/start/log_sender.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "kiosk/diagnostics/log_lines.h"
#include "shared/protocol/limits.h"

namespace ce::start {
namespace {

constexpr std::uintmax_t most_read = std::uintmax_t{16} << 20U;  // bytes of files
constexpr std::int64_t hour_ms = 3'600'000;

/// The newest whole lines that there is room for; gives how many others there were.
std::int64_t shorten(std::string& text) {
  if (text.size() <= protocol::longest_log) return 0;
  // The line that begins at or after the first byte for which there is room.
  auto const line_end = text.find('\n', text.size() - protocol::longest_log - 1);
  auto const cut = line_end == std::string::npos ? text.size() : line_end + 1;
  auto const lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(cut), '\n');
  text.erase(0, cut);
  return lines;
}

}  // namespace

protocol::KioskLog log_wanted(protocol::LogWanted const& wanted, std::filesystem::path const& log_file,
                              Instant now) {
  protocol::KioskLog log{.request = wanted.id};
  std::error_code error;
  if (log_file.empty()) {
    log.problem =
        "日志由系统收集，请在终端的系统上用 journalctl 查看；在 kiosk.toml 的 [log] file "
        "写明文件，以后就能索取";
  } else if (!std::filesystem::is_regular_file(log_file, error)) {
    log.problem = "终端读不到日志文件 " + log_file.string();
  } else {
    auto const since = rfc3339(Instant{now.ms - wanted.hours * hour_ms});
    auto found = diagnostics::log_lines(log_file, most_read, since);
    log.left_out = static_cast<std::int64_t>(found.left_out) + shorten(found.text);
    log.text = std::move(found.text);
  }
  return log;
}

LogSender::LogSender(Parts parts) : parts_(std::move(parts)), worker_(std::chrono::hours{1}, [] {}) {}

LogSender::~LogSender() {
  parts_.central->give_up();
  worker_.stop();
}

void LogSender::take(std::optional<protocol::LogWanted> const& wanted) {
  if (!wanted) return;
  {
    std::lock_guard const lock{mutex_};
    if (std::exchange(under_way_, wanted->id.text()) == wanted->id.text()) return;
  }
  worker_.give([this, asked = *wanted] { bring(asked); });
}

void LogSender::bring(protocol::LogWanted const& wanted) {
  auto const log = log_wanted(wanted, parts_.log_file, parts_.clock->now());
  auto const done = parts_.central->bring(log);
  if (done) {
    parts_.logger->event(log::Event::diagnostics_saved, {{"to", "central"}, {"bytes", log.text.size()}});
    return;
  }
  parts_.logger->event(log::Event::failure, {{"where", "log"}, {"why", describe(done.failure())}});
  // A request that central does not know, or not any more, is over; anything else may come right.
  if (done.failure().code == FailureCode::record_unknown) return;
  std::lock_guard const lock{mutex_};
  if (under_way_ == wanted.id.text()) under_way_.clear();
}

}  // namespace ce::start
