#include "central/cluster/commit_proxy.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace ce::test {
namespace {

/// As a statement's whole text: "READ COMMITTED" begins one.
constexpr std::string_view commit{"COMMIT\0", 7};

constexpr std::string_view server_socket = "/.s.PGSQL.5432";

int open_socket(std::string const& path, bool listening) {
  int const made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  auto const* const name = reinterpret_cast<sockaddr const*>(&address);
  bool const done = listening ? ::bind(made, name, sizeof(address)) == 0 && ::listen(made, 16) == 0
                              : ::connect(made, name, sizeof(address)) == 0;
  if (!done) std::abort();
  return made;
}

bool comes(int socket, int milliseconds) {
  pollfd waiting{socket, POLLIN, 0};
  return ::poll(&waiting, 1, milliseconds) > 0;
}

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace

CommitProxy::CommitProxy(std::string const& host)
    : upstream_(host + std::string{server_socket}),
      listener_(open_socket(directory_.path().string() + std::string{server_socket}, true)),
      thread_([this] { serve(); }) {}

CommitProxy::~CommitProxy() {
  ending_ = true;
  thread_.join();
  for (auto& connection : connections_) connection.join();
  if (late_server_ >= 0) ::close(late_server_);
  ::close(listener_);
}

void CommitProxy::serve() {
  while (!ending_) {
    if (!comes(listener_, 20)) continue;
    int const client = ::accept(listener_, nullptr, nullptr);
    int const server = open_socket(upstream_, false);
    connections_.emplace_back([this, client, server] { hand_on(client, server); });
  }
}

void CommitProxy::hand_on(int client, int server) {
  bool open = true;
  while (!ending_ && open) {
    std::array<pollfd, 2> waiting{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), 20) <= 0) continue;
    for (auto const& end : waiting) {
      if (open && end.revents != 0) open = hand_on_part(end.fd, client, server);
    }
  }
  ::close(client);
  std::lock_guard const hold{mutex_};
  if (late_server_ != server) ::close(server);
}

bool CommitProxy::hand_on_part(int from, int client, int server) {
  std::string part(65536, '\0');
  auto const size = ::read(from, part.data(), part.size());
  if (size <= 0) return false;
  part.resize(static_cast<std::size_t>(size));
  if (from == client && part.find(commit) != std::string::npos) {
    auto const how = strike_.exchange(Strike::never);
    if (how != Strike::never) return strike(how, server, part);
  }
  send_all(from == client ? server : client, part);
  return true;
}

bool CommitProxy::strike(Strike how, int server, std::string const& part) {
  if (how == Strike::commit_is_late) {
    std::lock_guard const hold{mutex_};
    late_server_ = server;
    late_ = part;
  } else if (how != Strike::before_commit) {
    send_all(server, part);
    if (how == Strike::before_answer) comes(server, 5000);
  }
  struck_ = true;
  return false;
}

void CommitProxy::release() {
  std::lock_guard const hold{mutex_};
  send_all(late_server_, late_);
  comes(late_server_, 5000);
}

}  // namespace ce::test
