#include "faults/session/bad_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "faults/session/sockets.h"

namespace ce::test {
namespace {

constexpr auto mischief_names = std::to_array<std::string_view>(
    {"none", "cut on the way there", "ended on the way there", "delayed on the way there",
     "request arrives twice", "request arrives after the next one", "cut on the way back",
     "ended on the way back", "delayed on the way back", "bytes doubled on the way back",
     "bytes out of order on the way back", "an earlier answer, other person's or event's",
     "central answers 500", "central answers 429, Retry-After", "central answers 503, Retry-After",
     "central answers in another version", "central answers something else than JSON", ""});
constexpr int patience_ms = 3000;
constexpr std::chrono::milliseconds late{20};

std::string answer_of(int status, std::string const& more, std::string const& body) {
  return "HTTP/1.1 " + std::to_string(status) + " Said\r\n" + more +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string problem(int status, std::string const& code) {
  return answer_of(status, "Content-Type: application/problem+json\r\nRetry-After: 1\r\n",
                   "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":" + std::to_string(status) +
                       ",\"code\":\"" + code + "\",\"detail\":\"x\"}");
}

std::string made_up(Mischief mischief, std::string answer) {
  switch (mischief) {
    case Mischief::status_500:
      return problem(500, "central_fault");
    case Mischief::status_429:
      return problem(429, "too_many_requests");
    case Mischief::status_503:
      return problem(503, "central_fault");
    case Mischief::other_type:
      return answer_of(200, "Content-Type: text/html\r\n", "<p>Please sign in to the hall's network</p>");
    default:
      break;
  }
  if (auto const at = answer.find("\"version\":1"); at != std::string::npos) answer[at + 10] = '2';
  return answer;
}

}  // namespace

std::string_view name_of(Mischief mischief) {
  return mischief_names.at(static_cast<std::size_t>(mischief));
}
bool goes_down(Mischief mischief) {
  return mischief >= Mischief::cut_down && mischief <= Mischief::stale_down;
}
bool is_answer(Mischief mischief) {
  return mischief >= Mischief::status_500;
}

BadProxy::BadProxy(int central_port) : central_port_(central_port) {
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
    cable.thread = std::jthread{[this, kiosk, &cable] {
      serve(kiosk);
      cable.done = true;
    }};
  }
}

void BadProxy::serve(int kiosk) {
  Socket const end{kiosk};
  while (!stopping_) {
    pollfd one{.fd = kiosk, .events = POLLIN, .revents = 0};
    if (::poll(&one, 1, 20) <= 0) continue;
    auto const request = read_message(kiosk, patience_ms);
    if (request.empty()) return;
    if (pass(kiosk, request)) continue;
    if (mischief_ == Mischief::cut_up || mischief_ == Mischief::cut_down) end.reset_on_close();
    return;
  }
}

std::string BadProxy::ask_central(std::string_view request) const {
  Socket const central{connect_to(central_port_)};
  if (central.value() < 0 || !send_all(central.value(), request)) return {};
  return read_message(central.value(), patience_ms);
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
bool BadProxy::pass(int kiosk, std::string const& request) {
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
  if (mischief == Mischief::cut_up || mischief == Mischief::truncate_up) {
    Socket const central{connect_to(central_port_)};
    send_all(central.value(), std::string_view{request}.substr(0, at));
    if (mischief == Mischief::cut_up) {
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
    send_all(central.value(), std::string_view{request}.substr(0, at));
    std::this_thread::sleep_for(late);
    send_all(central.value(), std::string_view{request}.substr(at));
    answer = read_message(central.value(), patience_ms);
  } else {
    answer = ask_central(request);
  }
  if (!before.empty()) (void)ask_central(before);
  if (mischief == Mischief::replay_up) (void)ask_central(request);
  if (answer.empty()) return false;
  if (answers) answer = made_up(mischief, answer);

  lock.lock();
  bool const down = strikes(true, answer.size(), at);
  auto const line = request.substr(0, request.find("\r\n"));
  auto const whole = answer;
  if (down && mischief_ == Mischief::stale_down && earlier_.contains(line)) answer = earlier_.at(line);
  if (!answers) earlier_[line] = whole;
  auto const what = down ? mischief_ : Mischief::none;
  lock.unlock();

  std::string_view const view{answer};
  switch (what) {
    case Mischief::cut_down:
    case Mischief::truncate_down:
      send_all(kiosk, view.substr(0, at));
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
