#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "kiosk/drivers/central/http_central.h"
#include "kiosk/runner/worker.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"
#include "shared/protocol/kiosk_log.h"

namespace ce::start {

/// Brings central the last hours of this kiosk's log when an operator asked for them, once for each request,
/// on a thread and a line to central of its own: the log is read and sent while prints are delivered.
/// Everything is borrowed.
class LogSender {
 public:
  struct Parts {
    drivers::HttpCentral* central = nullptr;
    std::filesystem::path log_file;  // empty: the system collects it, and central is told so
    Clock const* clock = nullptr;
    log::Logger const* logger = nullptr;
  };
  explicit LogSender(Parts parts);
  LogSender(LogSender const&) = delete;
  LogSender& operator=(LogSender const&) = delete;
  ~LogSender();

  void start() { worker_.start(); }
  /// From a heartbeat's answer. What could not be brought is tried again when central says it next. Any
  /// thread; never waits.
  void take(std::optional<protocol::LogWanted> const& wanted);

 private:
  void bring(protocol::LogWanted const& wanted);

  Parts parts_;
  std::mutex mutex_;
  std::string under_way_;  // or done: the id of the request
  runner::Worker worker_;
};

/// What is brought: lines of shared/log since so many hours, the newest longest_log bytes of them. Blocks for
/// the disk.
[[nodiscard]] protocol::KioskLog log_wanted(protocol::LogWanted const& wanted,
                                            std::filesystem::path const& log_file, Instant now);

}  // namespace ce::start
