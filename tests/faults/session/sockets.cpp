#include "faults/session/sockets.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace ce::test {
namespace {

std::size_t body_length(std::string head) {
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  auto const at = head.find("content-length: ");
  return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 16, nullptr, 10);
}

}  // namespace

Socket::~Socket() {
  if (value_ >= 0) ::close(value_);
}

void Socket::reset_on_close() const {
  linger const now{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(value_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

void Socket::send_at_once() const {
  int const on = 1;
  ::setsockopt(value_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void Socket::wait_for_end(int ms) const {
  pollfd one{.fd = value_, .events = POLLRDHUP, .revents = 0};
  (void)::poll(&one, 1, ms);
}

int connect_to(int port) {
  int const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in there{};
  there.sin_family = AF_INET;
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  there.sin_port = htons(static_cast<std::uint16_t>(port));
  if (::connect(made, reinterpret_cast<sockaddr*>(&there), sizeof there) != 0) {
    ::close(made);
    return -1;
  }
  return made;
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string read_message(int socket, int ms) {
  std::string message;
  std::size_t wanted = 0;
  std::array<char, 16384> some{};
  while (true) {
    auto const head_end = message.find("\r\n\r\n");
    if (wanted == 0 && head_end != std::string::npos) {
      wanted = head_end + 4 + body_length(message.substr(0, head_end + 2));
    }
    if (wanted != 0 && message.size() >= wanted) return message;
    pollfd one{.fd = socket, .events = POLLIN, .revents = 0};
    if (::poll(&one, 1, ms) <= 0) return {};
    auto const got = ::recv(socket, some.data(), some.size(), 0);
    if (got <= 0) return {};
    message.append(some.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace ce::test
