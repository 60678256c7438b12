#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace ce::test {

/// One request as it came in.
struct SeenRequest {
  std::string head;  // request line and headers
  std::string body;
  int connection = 0;  // counted from 1
};

/// The server's end of one connection.
class Wire {
 public:
  explicit Wire(int socket) : socket_(socket) {}
  /// False once the other side is gone.
  bool send(std::string_view bytes) const;
  /// A whole HTTP/1.1 answer with a Content-Length.
  bool answer(int status, std::string_view body, std::string_view type = "application/json") const;

 private:
  int socket_;
};

/// A real HTTP/1.1 server on a loopback port that the kernel chose. It answers one connection at a time by
/// `script`; a script that returns false closes the connection.
class ScriptedServer {
 public:
  using Script = std::function<bool(SeenRequest const&, Wire const&)>;
  explicit ScriptedServer(Script script);
  ScriptedServer(ScriptedServer const&) = delete;
  ScriptedServer& operator=(ScriptedServer const&) = delete;
  ~ScriptedServer();

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] std::vector<SeenRequest> seen() const;

 private:
  void serve();
  void converse(int socket, int connection);

  Script script_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::vector<SeenRequest> seen_;
  std::thread thread_;
};

}  // namespace ce::test
