#pragma once

#include <string>
#include <string_view>

namespace ce::test {

/// A socket that closes itself; resets the connection where it is asked to.
class Socket {
 public:
  explicit Socket(int value) : value_(value) {}
  Socket(Socket const&) = delete;
  Socket& operator=(Socket const&) = delete;
  ~Socket();
  [[nodiscard]] int value() const { return value_; }
  /// RST in place of FIN when it closes.
  void reset_on_close() const;
  /// Each piece leaves at once: what is sent in two comes in two, and does not wait for an acknowledgement.
  void send_at_once() const;
  /// Until the other end closes, whatever it says; `ms` at most.
  void wait_for_end(int ms) const;

 private:
  int value_;
};

/// A connection to 127.0.0.1:port, or -1.
[[nodiscard]] int connect_to(int port);
bool send_all(int socket, std::string_view bytes);
/// One HTTP message with Content-Length; empty where the other end left or said nothing for `ms`.
[[nodiscard]] std::string read_message(int socket, int ms);

}  // namespace ce::test
