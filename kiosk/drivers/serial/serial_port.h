#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::drivers {

/// An open serial line, raw, 8N1, locked against a second program (flock). One thread. Every failure is
/// reader_absent (the device went away) or reader_fault (it is there and cannot be used).
class SerialPort {
 public:
  /// Also fails with reader_fault for a baud rate that termios does not know.
  static Result<SerialPort> open(std::string const& device, unsigned baud);

  SerialPort(SerialPort&& other) noexcept;
  SerialPort& operator=(SerialPort&& other) noexcept;
  SerialPort(SerialPort const&) = delete;
  SerialPort& operator=(SerialPort const&) = delete;
  ~SerialPort();

  /// Drops what has come in and was not read.
  void discard_input();
  /// Writes all of it or fails, at `deadline` at the latest.
  Result<void> write(std::string_view bytes, Tick deadline);
  /// What has come in; empty when nothing came before `deadline`.
  Result<SecretText> read(Tick deadline);

  [[nodiscard]] std::string const& device() const { return device_; }

 private:
  SerialPort(int fd, std::string device) : fd_(fd), device_(std::move(device)) {}
  /// Whether the line is ready for `events` before `deadline`.
  Result<bool> wait(short events, Tick deadline) const;
  [[nodiscard]] Failure gone(std::string_view what) const;

  int fd_ = -1;
  std::string device_;
};

}  // namespace ce::drivers
