#include "shared/log/log.h"

#include <fcntl.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "shared/base/descriptor.h"
#include "shared/base/owner.h"
#include "shared/log/line.h"
#include "shared/log/trail.h"

namespace ce::log {
namespace {

/// A command that root gave may be the first to write here, or turn the files over: what it just made is the
/// service's. A link is nobody's to follow for that.
void give_what_is_new(std::filesystem::path const& file) {
  Descriptor const opened{::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)};
  if (!opened && errno == ELOOP) return;
  struct stat about {};
  if (opened && ::fstat(opened.value(), &about) == 0) {
    if (about.st_size != 0 || give_to_owner_of(file.parent_path(), opened.value()) == 0) return;
  }
  throw spdlog::spdlog_ex{file.string() + " cannot be given to the service"};
}

}  // namespace

/// spdlog brings the locking, the files and their rotation; the lines are ours.
struct Logger::Sink {
  Sink(spdlog::sink_ptr target, Level lowest) : logger("ce", std::move(target)), least(lowest) {
    logger.set_pattern("%v");
    logger.flush_on(spdlog::level::trace);  // a line must be there after a crash
  }
  spdlog::logger logger;
  Level least;
};

Logger::Logger(std::unique_ptr<Sink> sink) : sink_(std::move(sink)) {}
Logger::Logger(Logger&&) noexcept = default;
Logger& Logger::operator=(Logger&&) noexcept = default;
Logger::~Logger() = default;

// The sinks below are shared_ptrs because spdlog::logger takes them so.

Logger Logger::to_stderr(Level least) {
  return Logger{std::make_unique<Sink>(std::make_shared<spdlog::sinks::stderr_sink_mt>(), least)};
}

Result<Logger> Logger::to_file(std::filesystem::path const& file, std::size_t max_bytes, std::size_t keep,
                               Level least) {
  spdlog::file_event_handlers on;
  if (::geteuid() == 0) on.after_open = [file](std::string const&, std::FILE*) { give_what_is_new(file); };
  try {
    auto target =
        std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), max_bytes, keep, false, on);
    return Logger{std::make_unique<Sink>(std::move(target), least)};
  } catch (spdlog::spdlog_ex const& error) {
    return Failure{FailureCode::storage_unopenable, std::string{"log file: "} + error.what()};
  }
}

void Logger::event(Event event, std::initializer_list<Field> fields) const {
  remember(event);
  auto const level = level_of(event);
  if (level < sink_->least) return;
  sink_->logger.log(spdlog::level::info, line(SystemClock{}.now(), level, event, fields));
}

}  // namespace ce::log
