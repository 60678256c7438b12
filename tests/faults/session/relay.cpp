// The proxy where it cannot read what passes, as under TLS: bytes of both ways, whatever they mean.
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <chrono>

#include "faults/session/bad_proxy.h"

namespace ce::test {
namespace {

constexpr int relay_patience_ms = 3000;
constexpr std::chrono::milliseconds a_moment{2};
constexpr std::size_t most_at_once = 16'384;

}  // namespace

void BadProxy::relay(int kiosk) {
  Socket const near{kiosk};
  near.send_at_once();
  Socket const far{connect_to(central_port_)};
  if (far.value() < 0) return;
  far.send_at_once();
  auto const mine = round_.load();
  std::array<pollfd, 2> ends{
      {{.fd = kiosk, .events = POLLIN, .revents = 0}, {.fd = far.value(), .events = POLLIN, .revents = 0}}};
  while (!stopping_ && round_ == mine) {
    if (::poll(ends.data(), ends.size(), 5) <= 0) continue;
    for (auto const& one : ends) {
      if (one.revents == 0) continue;
      std::string some(most_at_once, '\0');
      auto const got = ::recv(one.fd, some.data(), some.size(), 0);
      if (got <= 0) return;
      some.resize(static_cast<std::size_t>(got));
      if (!carry(some, one.fd == far.value(), near, far)) return;
    }
  }
}

// False: both connections end here.
bool BadProxy::carry(std::string_view some, bool down, Socket const& near, Socket const& far) {
  std::size_t at = 0;
  std::unique_lock lock{mutex_};
  auto const what = strikes(down, some.size(), at) ? mischief_ : Mischief::none;
  lock.unlock();
  int const to = down ? near.value() : far.value();
  switch (what) {
    case Mischief::cut_up:
    case Mischief::cut_down:
      send_all(to, some.substr(0, at));
      near.reset_on_close();
      far.reset_on_close();
      return false;
    case Mischief::truncate_up:
    case Mischief::truncate_down:
      send_all(to, some.substr(0, at));
      return false;
    case Mischief::stall_up:
    case Mischief::stall_down:
      send_all(to, some.substr(0, at));
      near.wait_for_end(relay_patience_ms);
      return false;
    case Mischief::delay_up:
    case Mischief::delay_down:
      send_all(to, some.substr(0, at));
      std::this_thread::sleep_for(a_moment);
      return send_all(to, some.substr(at));
    case Mischief::double_up:
    case Mischief::double_down:
      return send_all(to, some.substr(0, at)) && send_all(to, some);
    case Mischief::swap_up:
    case Mischief::swap_down:
      return send_all(to, some.substr(at)) && send_all(to, some.substr(0, at));
    default:
      return send_all(to, some);
  }
}

}  // namespace ce::test
