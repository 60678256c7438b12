#include "kiosk/drivers/serial/serial_port.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace ce::drivers {
namespace {

std::optional<speed_t> speed_of(unsigned baud) {
  switch (baud) {
    case 9600:
      return B9600;
    case 19200:
      return B19200;
    case 38400:
      return B38400;
    case 57600:
      return B57600;
    case 115200:
      return B115200;
    default:
      return std::nullopt;
  }
}

bool means_absent(int error) {
  return error == ENOENT || error == ENXIO || error == ENODEV || error == EIO || error == ENOTDIR;
}

std::string reason(int error) {
  std::array<char, 128> words{};
  return ::strerror_r(error, words.data(), words.size());
}

Failure cannot_open(std::string const& device, int error) {
  if (means_absent(error)) return {FailureCode::reader_absent, device + ": " + reason(error)};
  if (error == EWOULDBLOCK) return {FailureCode::reader_fault, device + ": in use by another program"};
  if (error == EACCES) {
    return {FailureCode::reader_fault, device + ": no permission; the kiosk's user belongs in group dialout"};
  }
  return {FailureCode::reader_fault, device + ": " + reason(error)};
}

bool make_raw(int fd, speed_t speed) {
  termios line{};
  if (::tcgetattr(fd, &line) != 0) return false;
  ::cfmakeraw(&line);
  line.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
  line.c_cflag |= CLOCAL | CREAD;
  line.c_cc[VMIN] = 0;
  line.c_cc[VTIME] = 0;
  ::cfsetispeed(&line, speed);
  ::cfsetospeed(&line, speed);
  return ::tcsetattr(fd, TCSANOW, &line) == 0;
}

}  // namespace

Result<SerialPort> SerialPort::open(std::string const& device, unsigned baud) {
  auto const speed = speed_of(baud);
  if (!speed) {
    return Failure{FailureCode::reader_fault,
                   "baud " + std::to_string(baud) + ": use 9600, 19200, 38400, 57600 or 115200"};
  }
  int const fd = ::open(device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return cannot_open(device, errno);
  SerialPort port{fd, device};
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0 || !make_raw(fd, *speed)) return cannot_open(device, errno);
  return port;
}

SerialPort::SerialPort(SerialPort&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), device_(std::move(other.device_)) {}

SerialPort& SerialPort::operator=(SerialPort&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(device_, other.device_);
  return *this;
}

SerialPort::~SerialPort() {
  if (fd_ >= 0) ::close(fd_);
}

void SerialPort::discard_input() {
  ::tcflush(fd_, TCIFLUSH);
}

Result<void> SerialPort::write(std::string_view bytes, Tick deadline) {
  while (!bytes.empty()) {
    CE_TRY(bool const ready, wait(POLLOUT, deadline));
    if (!ready) return Failure{FailureCode::reader_fault, device_ + ": takes no bytes"};
    ssize_t const written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno != EAGAIN && errno != EINTR) return gone("write");
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<SecretText> SerialPort::read(Tick deadline) {
  CE_TRY(bool const ready, wait(POLLIN, deadline));
  SecretText got;
  if (!ready) return got;
  std::string& bytes = got.reveal();
  bytes.resize(4096);
  ssize_t const count = ::read(fd_, bytes.data(), bytes.size());
  if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) return gone("read");
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return got;
}

Result<bool> SerialPort::wait(short events, Tick deadline) const {
  using std::chrono::milliseconds;
  auto const left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
  pollfd watched{fd_, events, 0};
  int const found = ::poll(&watched, 1, static_cast<int>(std::max(left, milliseconds{0}).count()));
  if (found < 0 && errno != EINTR) return Failure{FailureCode::reader_fault, device_ + ": poll failed"};
  if (found <= 0) return false;
  if ((watched.revents & events) != 0) return true;
  return gone("line");
}

Failure SerialPort::gone(std::string_view what) const {
  return {FailureCode::reader_absent, device_ + ": unplugged (" + std::string{what} + ")"};
}

}  // namespace ce::drivers
