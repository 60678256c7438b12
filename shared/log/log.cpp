#include "shared/log/log.h"

#include <fcntl.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <system_error>

#include "shared/base/descriptor.h"
#include "shared/base/owner.h"
#include "shared/log/line.h"
#include "shared/log/trail.h"

namespace ce::log {
namespace {

/// A command that root gave may be the first to write here.
bool is_for_its_directory(std::filesystem::path const& file) {
  Descriptor const opened{::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)};
  return opened && give_to_owner_of(file.parent_path(), opened.value()) == 0;
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
  std::error_code ignored;
  bool const there = std::filesystem::exists(file, ignored);
  try {
    auto target = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), max_bytes, keep);
    if (!there && !is_for_its_directory(file)) {
      return Failure{FailureCode::storage_unopenable,
                     "log file: " + file.string() + " cannot be given to the service"};
    }
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
