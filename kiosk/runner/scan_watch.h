#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ports/code_scanner.h"
#include "kiosk/runner/lending.h"
#include "kiosk/runner/worker.h"
#include "kiosk/scanning/scan_line.h"
#include "shared/log/log.h"

namespace ce::runner {

/// Listens to a scanner on a thread of its own and keeps what it read until it is taken, eight codes at most.
/// Everything is borrowed and outlives it.
class ScanWatch {
 public:
  /// `knock`, on the watch's thread: there is something to take.
  ScanWatch(ports::CodeScanner& scanner, log::Logger const& logger, std::function<void()> knock);
  ~ScanWatch() { stop(); }
  ScanWatch(ScanWatch const&) = delete;
  ScanWatch& operator=(ScanWatch const&) = delete;

  void start() { worker_.start(); }
  void stop();
  /// What was read since the last call, in order. Any thread; waits for nothing.
  [[nodiscard]] std::vector<std::string> take();
  /// While staff try the scanner nothing is heard.
  [[nodiscard]] Lending& lending() { return lending_; }
  /// Whether the scanner was there when it was last listened to. Any thread.
  [[nodiscard]] bool is_there() const { return heard_; }

 private:
  void listen();
  void note(Result<SecretText> const& got);
  void keep(std::vector<std::string> codes);

  ports::CodeScanner* scanner_;
  log::Logger const* logger_;
  std::function<void()> knock_;
  scanning::ScanLine line_;
  std::optional<bool> there_;
  std::mutex mutex_;
  std::vector<std::string> codes_;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> heard_{false};
  Lending lending_;
  Worker worker_;
};

}  // namespace ce::runner
