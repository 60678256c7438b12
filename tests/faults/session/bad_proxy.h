#pragma once

#include <atomic>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "faults/session/mischief.h"
#include "faults/session/sockets.h"

namespace ce::test {

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
  bool pass(Socket const& end, std::optional<Socket>& line, std::string const& request);
  /// Whether the plan strikes within that many bytes of a message; gives the byte within it.
  bool strikes(bool down, std::size_t size, std::size_t& at);
  [[nodiscard]] std::string ask_central(std::optional<Socket>& line, std::string_view request) const;

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
