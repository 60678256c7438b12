#include "faults/session/bad_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <chrono>
#include <cstdlib>
#include <utility>

#include "faults/session/sockets.h"

namespace ce::test {
namespace {

constexpr int patience_ms = 3000;
constexpr std::chrono::milliseconds late{2};  // on loopback long enough to come as a piece of its own

}  // namespace

BadProxy::BadProxy(int central_port, bool readable) : central_port_(central_port), readable_(readable) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof here;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&here), size) != 0 || ::listen(listener_, 64) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&here), &size) != 0) {
    std::abort();
  }
  port_ = ntohs(here.sin_port);
  acceptor_ = std::jthread{[this] { accept_all(); }};
}

BadProxy::~BadProxy() {
  stopping_ = true;
  acceptor_.join();
  cables_.clear();
  Socket const closes{listener_};
}

void BadProxy::plan(Mischief mischief, std::size_t at) {
  ++round_;
  while (open_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  std::scoped_lock const lock{mutex_};
  mischief_ = mischief;
  at_ = at;
  counts_ = {};
  struck_ = false;
}

BadProxy::Counts BadProxy::counts() const {
  std::scoped_lock const lock{mutex_};
  return counts_;
}

void BadProxy::accept_all() {
  while (!stopping_) {
    pollfd one{.fd = listener_, .events = POLLIN, .revents = 0};
    if (::poll(&one, 1, 20) <= 0) continue;
    int const kiosk = ::accept(listener_, nullptr, nullptr);
    if (kiosk < 0) continue;
    cables_.remove_if([](Cable const& cable) { return cable.done.load(); });
    auto& cable = cables_.emplace_back();
    if (!readable_) ++open_;
    cable.thread = std::jthread{[this, kiosk, &cable] {
      if (readable_) {
        serve(kiosk);
      } else {
        relay(kiosk);
        --open_;
      }
      cable.done = true;
    }};
  }
}

void BadProxy::serve(int kiosk) {
  Socket const end{kiosk};
  end.send_at_once();
  std::optional<Socket> central;
  while (!stopping_) {
    pollfd one{.fd = kiosk, .events = POLLIN, .revents = 0};
    if (::poll(&one, 1, 20) <= 0) continue;
    auto const request = read_message(kiosk, patience_ms);
    if (request.empty()) return;
    if (pass(end, central, request)) continue;
    std::scoped_lock const lock{mutex_};
    if (mischief_ == Mischief::cut_up || mischief_ == Mischief::cut_down) end.reset_on_close();
    return;
  }
}

// The line is kept from request to request, as a proxy's is; where central has closed it another one is made.
std::string BadProxy::ask_central(std::optional<Socket>& line, std::string_view request) const {
  if (line && send_all(line->value(), request)) {
    if (auto answer = read_message(line->value(), patience_ms); !answer.empty()) return answer;
  }
  line.emplace(connect_to(central_port_));
  line->send_at_once();
  if (line->value() < 0 || !send_all(line->value(), request)) return {};
  return read_message(line->value(), patience_ms);
}

bool BadProxy::strikes(bool down, std::size_t size, std::size_t& at) {
  auto& passed = down ? counts_.down : counts_.up;
  auto const begin = passed;
  passed += size;
  bool const here = mischief_ != Mischief::none && !is_answer(mischief_) && !struck_ &&
                    goes_down(mischief_) == down && at_ >= begin && at_ < passed;
  if (!here) return false;
  at = at_ - begin;
  struck_ = true;
  return true;
}

// False: the connection to the kiosk ends here.
bool BadProxy::pass(Socket const& end, std::optional<Socket>& line, std::string const& request) {
  int const kiosk = end.value();
  std::unique_lock lock{mutex_};
  std::size_t at = 0;
  bool const answers = is_answer(mischief_) && !struck_ && counts_.requests == at_;
  ++counts_.requests;
  bool const up = strikes(false, request.size(), at);
  auto const mischief = up || answers ? mischief_ : Mischief::none;
  auto const before = std::exchange(held_back_, mischief == Mischief::late_up ? request : std::string{});
  if (answers) struck_ = true;
  lock.unlock();

  if (mischief == Mischief::late_up) return false;
  if (mischief == Mischief::cut_up || mischief == Mischief::truncate_up || mischief == Mischief::stall_up) {
    Socket const central{connect_to(central_port_)};
    central.send_at_once();
    send_all(central.value(), std::string_view{request}.substr(0, at));
    if (mischief == Mischief::stall_up) {
      end.wait_for_end(patience_ms);
    } else if (mischief == Mischief::cut_up) {
      central.reset_on_close();
    } else {
      ::shutdown(central.value(), SHUT_WR);
      (void)read_message(central.value(), 30);
    }
    return false;
  }
  std::string answer;
  if (mischief == Mischief::delay_up) {
    Socket const central{connect_to(central_port_)};
    central.send_at_once();
    send_all(central.value(), std::string_view{request}.substr(0, at));
    std::this_thread::sleep_for(late);
    send_all(central.value(), std::string_view{request}.substr(at));
    answer = read_message(central.value(), patience_ms);
  } else {
    answer = ask_central(line, mischief == Mischief::other_version ? unpacked_asked(request) : request);
  }
  if (!before.empty()) (void)ask_central(line, before);
  if (mischief == Mischief::replay_up) (void)ask_central(line, request);
  if (answer.empty()) return false;
  if (answers) answer = made_up(mischief, answer);

  lock.lock();
  bool const down = strikes(true, answer.size(), at);
  auto const question = request.substr(0, request.find("\r\n"));
  auto const whole = answer;
  if (down && mischief_ == Mischief::stale_down && earlier_.contains(question))
    answer = earlier_.at(question);
  if (!answers) earlier_[question] = whole;
  auto const what = down ? mischief_ : Mischief::none;
  lock.unlock();

  std::string_view const view{answer};
  switch (what) {
    case Mischief::cut_down:
    case Mischief::truncate_down:
      send_all(kiosk, view.substr(0, at));
      return false;
    case Mischief::stall_down:
      send_all(kiosk, view.substr(0, at));
      end.wait_for_end(patience_ms);
      return false;
    case Mischief::delay_down:
      send_all(kiosk, view.substr(0, at));
      std::this_thread::sleep_for(late);
      return send_all(kiosk, view.substr(at));
    case Mischief::double_down:
      send_all(kiosk, view.substr(0, at));
      send_all(kiosk, view);
      return false;
    case Mischief::swap_down:
      send_all(kiosk, view.substr(at));
      send_all(kiosk, view.substr(0, at));
      return false;
    default:
      return send_all(kiosk, view);
  }
}

}  // namespace ce::test
