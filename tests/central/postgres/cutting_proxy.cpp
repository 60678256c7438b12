#include "central/postgres/cutting_proxy.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <string_view>

#include "support/store/test_store.h"

namespace ce::test {
namespace {

constexpr std::string_view socket_name = "/.s.PGSQL.5432";

int socket_at(std::string const& path, bool listening) {
  int const made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  auto const* const name = reinterpret_cast<sockaddr const*>(&address);
  bool const done = listening ? ::bind(made, name, sizeof(address)) == 0 && ::listen(made, 8) == 0
                              : ::connect(made, name, sizeof(address)) == 0;
  if (!done) std::abort();
  return made;
}

std::string host_of(std::string const& location) {
  return location.substr(5, location.find(' ') - 5);
}

}  // namespace

CuttingProxy::CuttingProxy()
    : upstream_(host_of(cluster_location("postgres")) + std::string{socket_name}),
      listener_(socket_at(directory_.path().string() + std::string{socket_name}, true)),
      thread_([this] { serve(); }) {}

CuttingProxy::~CuttingProxy() {
  ending_ = true;
  thread_.join();
  ::close(listener_);
}

std::string CuttingProxy::instead_of(std::string const& location) const {
  return "host=" + directory_.path().string() + location.substr(location.find(' '));
}

void CuttingProxy::serve() {
  while (!ending_) {
    pollfd waiting{listener_, POLLIN, 0};
    if (::poll(&waiting, 1, 20) <= 0) continue;
    int const client = ::accept(listener_, nullptr, nullptr);
    int const server = socket_at(upstream_, false);
    hand_on(client, server);
    ::close(client);
    ::close(server);
  }
}

void CuttingProxy::hand_on(int client, int server) {
  bool committing = false;
  std::array<char, 65536> bytes{};
  while (!ending_) {
    std::array<pollfd, 2> waiting{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), 20) <= 0) continue;
    for (auto const& end : waiting) {
      if (end.revents == 0) continue;
      auto const size = ::read(end.fd, bytes.data(), bytes.size());
      if (size <= 0) return;
      std::string_view const part{bytes.data(), static_cast<std::size_t>(size)};
      if (end.fd == client && cutting_ && part.find("COMMIT") != std::string_view::npos) committing = true;
      if (end.fd == server && committing) return;  // the server has answered, so it has committed
      (void)!::write(end.fd == client ? server : client, part.data(), part.size());
    }
  }
}

}  // namespace ce::test
