#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

/// One TCP connection to a server on loopback, with nothing between the test and the bytes.
namespace ce::tests {

struct Answer {
  int status = 0;                              // 0: the connection ended without an answer
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

class Wire {
 public:
  explicit Wire(std::uint16_t port);
  Wire(Wire&& other) noexcept;
  Wire& operator=(Wire&&) = delete;
  ~Wire();

  /// False when the other side no longer takes bytes.
  bool send(std::string_view bytes) const;
  /// The next answer, by Content-Length. `head_only` for answers to HEAD.
  Answer receive(bool head_only = false);
  /// Whether nothing has come yet.
  [[nodiscard]] bool is_silent() const;
  /// Waits until the other side closes; false after 20 s.
  bool closed_by_server();

 private:
  bool fill();

  int socket_;
  mutable std::string asked_;  // request line of what was sent last; empty where that is not one request
  std::string buffer_;
};

/// The decimal number that `text` begins with, 0 where there is none.
[[nodiscard]] std::size_t number_in(std::string_view text);

/// A whole request with Host and Content-Length; `headers` are lines that end in CR LF.
[[nodiscard]] std::string request(std::string_view method, std::string_view target,
                                  std::string_view headers = {}, std::string_view body = {});

}  // namespace ce::tests
