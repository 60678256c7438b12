#pragma once

#include <atomic>
#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace ce::test {

/// What happens to a session at one byte of what goes to central (up) or comes back (down).
enum class Mischief : std::uint8_t {
  none,
  cut_up,         // central gets the bytes before it, then both ends are reset
  truncate_up,    // the same, but central sees an orderly end
  delay_up,       // the rest comes later
  replay_up,      // the whole request arrives a second time, after its answer
  late_up,        // lost for the kiosk; arrives after the next request
  cut_down,       // the kiosk gets the bytes before it, then a reset
  truncate_down,  // the same, but an orderly end
  delay_down,
  double_down,  // the bytes before it come twice
  swap_down,    // the bytes before and behind it change places
  stale_down,   // the answer to an earlier question of the same kind
  // Central itself answers so; the byte says to which request.
  status_500,
  status_429,
  status_503,
  other_version,
  other_type,
  none_such,  // for loops
};

[[nodiscard]] std::string_view name_of(Mischief mischief);
[[nodiscard]] bool goes_down(Mischief mischief);
[[nodiscard]] bool is_answer(Mischief mischief);

/// Lies on loopback between one kiosk and the real ce-central and passes requests on, one bad thing per
/// plan(). Threads of its own.
class BadProxy {
 public:
  explicit BadProxy(int central_port);
  ~BadProxy();
  BadProxy(BadProxy const&) = delete;
  BadProxy& operator=(BadProxy const&) = delete;

  [[nodiscard]] int port() const { return port_; }
  /// From now on: `at` counts bytes, from 0, or requests where is_answer().
  void plan(Mischief mischief, std::size_t at);
  [[nodiscard]] bool struck() const { return struck_; }
  struct Counts {
    std::size_t up = 0, down = 0, requests = 0;
  };
  /// Since plan().
  [[nodiscard]] Counts counts() const;

 private:
  void accept_all();
  void serve(int kiosk);
  bool pass(int kiosk, std::string const& request);
  /// Whether the plan strikes within that many bytes of a message; gives the byte within it.
  bool strikes(bool down, std::size_t size, std::size_t& at);
  [[nodiscard]] std::string ask_central(std::string_view request) const;

  int central_port_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  Mischief mischief_ = Mischief::none;
  std::size_t at_ = 0;
  Counts counts_;
  std::string held_back_;
  std::map<std::string, std::string> earlier_;  // answers, by request line
  std::atomic<bool> struck_ = false;
  std::atomic<bool> stopping_ = false;
  struct Cable {
    std::atomic<bool> done = false;
    std::jthread thread;
  };
  std::list<Cable> cables_;
  std::jthread acceptor_;
};

}  // namespace ce::test
