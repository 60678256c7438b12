#include "tests/devices/reader_line.h"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace ce::devices {
namespace {

using std::chrono::microseconds;

constexpr std::size_t paced_piece = 16;
constexpr unsigned bits_per_byte = 10;

std::string last_error(std::string const& what) {
  return what + ": " + std::strerror(errno);
}

}  // namespace

std::string ReaderLine::plug(std::filesystem::path const& link) {
  unplug();
  master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (master_ < 0 || ::grantpt(master_) != 0 || ::unlockpt(master_) != 0) return last_error("pty");
  std::array<char, 128> name{};
  if (::ptsname_r(master_, name.data(), name.size()) != 0) return last_error("pty name");
  slave_ = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (slave_ < 0) return last_error(name.data());
  termios line{};
  ::tcgetattr(slave_, &line);
  ::cfmakeraw(&line);
  ::tcsetattr(slave_, TCSANOW, &line);

  std::error_code error;
  if (std::filesystem::is_symlink(link)) std::filesystem::remove(link, error);
  std::filesystem::create_symlink(name.data(), link, error);
  if (error) return link.string() + ": " + error.message();
  link_ = link;
  return {};
}

void ReaderLine::unplug() {
  if (master_ < 0) return;
  std::error_code ignored;
  std::filesystem::remove(link_, ignored);
  ::close(std::exchange(slave_, -1));
  ::close(std::exchange(master_, -1));
}

std::string ReaderLine::receive() {
  std::string bytes(512, '\0');
  ssize_t const count = ::read(master_, bytes.data(), bytes.size());
  bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return bytes;
}

void ReaderLine::send(std::string_view bytes, std::size_t piece, std::chrono::milliseconds pause) {
  microseconds rest = pause;
  if (piece == 0) {
    piece = baud_ == 0 ? bytes.size() : paced_piece;
    rest = microseconds{baud_ == 0 ? 0 : paced_piece * bits_per_byte * 1'000'000 / baud_};
  }
  int refusals = 0;
  while (!bytes.empty() && refusals < 100) {
    std::string_view const part = bytes.substr(0, piece);
    ssize_t const sent = ::write(master_, part.data(), part.size());
    if (sent <= 0) {  // nobody reads: a real line would lose the bytes, this one waits a little first
      ++refusals;
      std::this_thread::sleep_for(microseconds{500});
      continue;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
    if (rest.count() > 0 && !bytes.empty()) std::this_thread::sleep_for(rest);
  }
}

}  // namespace ce::devices
