#include "kiosk/central_client/scripted_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace ce::test {
namespace {

/// Waits for something to read in steps, so that stopping is noticed.
bool readable(int socket, std::atomic<bool> const& stopping) {
  while (!stopping) {
    pollfd one{.fd = socket, .events = POLLIN, .revents = 0};
    if (::poll(&one, 1, 20) > 0) return true;
  }
  return false;
}

std::size_t content_length(std::string const& head) {
  auto const at = head.find("Content-Length: ");
  return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 16, nullptr, 10);
}

}  // namespace

bool Wire::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Wire::answer(int status, std::string_view body, std::string_view type) const {
  return send("HTTP/1.1 " + std::to_string(status) + " Said\r\nContent-Type: " + std::string{type} +
              "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string{body});
}

ScriptedServer::ScriptedServer(Script script) : script_(std::move(script)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof here;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&here), size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&here), &size) != 0) {
    std::abort();
  }
  port_ = ntohs(here.sin_port);
  thread_ = std::thread{[this] { serve(); }};
}

ScriptedServer::~ScriptedServer() {
  stopping_ = true;
  thread_.join();
  ::close(listener_);
}

std::vector<SeenRequest> ScriptedServer::seen() const {
  std::scoped_lock const lock{mutex_};
  return seen_;
}

void ScriptedServer::serve() {
  for (int connection = 1; readable(listener_, stopping_); ++connection) {
    int const socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) continue;
    converse(socket, connection);
    ::close(socket);
  }
}

void ScriptedServer::converse(int socket, int connection) {
  std::string buffer;
  std::array<char, 16'384> chunk{};
  while (true) {
    auto const end = buffer.find("\r\n\r\n");
    if (end != std::string::npos) {
      SeenRequest request{buffer.substr(0, end + 2), {}, connection};
      std::size_t const whole = end + 4 + content_length(request.head);
      if (buffer.size() >= whole) {
        request.body = buffer.substr(end + 4, whole - end - 4);
        buffer.erase(0, whole);
        {
          std::scoped_lock const lock{mutex_};
          seen_.push_back(request);
        }
        if (!script_(request, Wire{socket})) return;
        continue;
      }
    }
    if (!readable(socket, stopping_)) return;
    auto const got = ::recv(socket, chunk.data(), chunk.size(), 0);
    if (got <= 0) return;
    buffer.append(chunk.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace ce::test
