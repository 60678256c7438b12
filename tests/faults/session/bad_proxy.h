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
/// plan(). What it can read it passes on message by message; else (TLS) bytes of both ways, and each plan()
/// begins with new connections. Threads of its own.
class BadProxy {
 public:
  explicit BadProxy(int central_port, bool readable = true);
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
  void relay(int kiosk);
  bool carry(std::string_view some, bool down, Socket const& near, Socket const& far);
  bool pass(Socket const& end, std::optional<Socket>& line, std::string const& request);
  /// Whether the plan strikes within that many bytes of a message; gives the byte within it.
  bool strikes(bool down, std::size_t size, std::size_t& at);
  [[nodiscard]] std::string ask_central(std::optional<Socket>& line, std::string_view request) const;

  int central_port_;
  bool readable_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  Mischief mischief_ = Mischief::none;
  std::size_t at_ = 0;
  Counts counts_;
  std::string held_back_;
  std::map<std::string, std::string> earlier_;  // answers, by request line
  std::atomic<bool> struck_ = false;
  std::atomic<int> round_ = 0;  // of plans; a relay ends with the one in which it began
  std::atomic<int> open_ = 0;   // relays
  std::atomic<bool> stopping_ = false;
  struct Cable {
    std::atomic<bool> done = false;
    std::jthread thread;
  };
  std::list<Cable> cables_;
  std::jthread acceptor_;
};

}  // namespace ce::test
