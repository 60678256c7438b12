#include "tests/devices/control_socket.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ce::devices {
namespace {

std::optional<sockaddr_un> address_of(std::filesystem::path const& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.native().size() >= sizeof address.sun_path) return std::nullopt;
  std::memcpy(address.sun_path, path.c_str(), path.native().size() + 1);
  return address;
}

sockaddr const* generic(sockaddr_un const& address) {
  return reinterpret_cast<sockaddr const*>(&address);
}

std::string read_line(int fd) {
  std::string line;
  char c = 0;
  while (line.size() < 4096 && ::read(fd, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

void write_line(int fd, std::string line) {
  line += '\n';
  (void)!::send(fd, line.data(), line.size(), MSG_NOSIGNAL);
}

}  // namespace

ControlSocket::~ControlSocket() {
  if (fd_ < 0) return;
  ::close(fd_);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

std::string ControlSocket::listen(std::filesystem::path const& path) {
  auto const address = address_of(path);
  if (!address) return path.string() + ": longer than a socket's name may be (107 bytes)";
  std::error_code ignored;
  if (std::filesystem::is_socket(path, ignored)) std::filesystem::remove(path, ignored);
  fd_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd_ < 0 || ::bind(fd_, generic(*address), sizeof *address) != 0 || ::listen(fd_, 16) != 0) {
    return path.string() + ": " + std::strerror(errno);
  }
  path_ = path;
  return {};
}

void ControlSocket::serve(std::function<std::string(std::string const&)> const& obey) const {
  int const client = ::accept4(fd_, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return;
  timeval const limit{2, 0};  // a client that says nothing must not stop the reader for long
  ::setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  write_line(client, obey(read_line(client)));
  ::close(client);
}

std::optional<std::string> send_line(std::filesystem::path const& path, std::string const& line) {
  auto const address = address_of(path);
  int const fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (!address || fd < 0 || ::connect(fd, generic(*address), sizeof *address) != 0) {
    if (fd >= 0) ::close(fd);
    return std::nullopt;
  }
  write_line(fd, line);
  std::string answer = read_line(fd);
  ::close(fd);
  return answer;
}

}  // namespace ce::devices
