#include "wire.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <charconv>
#include <utility>

#include "heard.h"

namespace ce::tests {
namespace {

constexpr int hang_guard_ms = 120'000;

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

void take_headers(std::string_view head, Answer& answer) {
  answer.status = static_cast<int>(number_in(head.substr(9, 3)));
  for (auto line_end = head.find("\r\n"); line_end != std::string_view::npos; line_end = head.find("\r\n")) {
    head.remove_prefix(line_end + 2);
    auto const line = head.substr(0, head.find("\r\n"));
    auto const colon = line.find(": ");
    if (colon != std::string_view::npos) {
      answer.headers[lower(std::string{line.substr(0, colon)})] = line.substr(colon + 2);
    }
  }
}

}  // namespace

Wire::Wire(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(port);
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<sockaddr*>(&where), sizeof where) != 0) {
    close(socket_);
    socket_ = -1;
  }
}

Wire::Wire(Wire&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      asked_(std::move(other.asked_)),
      buffer_(std::move(other.buffer_)) {}

Wire::~Wire() {
  if (socket_ >= 0) close(socket_);
}

bool Wire::send(std::string_view bytes) const {
  constexpr std::string_view ending = " HTTP/1.1\r\n";
  if (auto const end = bytes.find(ending); end != std::string_view::npos) {
    bool const several = bytes.find(ending, end + 1) != std::string_view::npos;
    asked_ = several ? std::string_view{} : bytes.substr(0, end);
  }
  while (!bytes.empty()) {
    auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Wire::fill() {
  pollfd ready{socket_, POLLIN, 0};
  if (poll(&ready, 1, hang_guard_ms) <= 0) return false;
  std::array<char, 65536> chunk{};
  auto const got = recv(socket_, chunk.data(), chunk.size(), 0);
  if (got <= 0) return false;
  buffer_.append(chunk.data(), static_cast<std::size_t>(got));
  return true;
}

Answer Wire::receive(bool head_only) {
  Answer answer;
  std::size_t end = std::string::npos;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return answer;
  }
  take_headers(std::string_view{buffer_}.substr(0, end), answer);
  buffer_.erase(0, end + 4);
  if (head_only || answer.status == 100) return answer;
  auto const length = number_in(answer.headers["content-length"]);
  while (buffer_.size() < length) {
    if (!fill()) return Answer{};
  }
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  note_answer(std::exchange(asked_, {}), answer);
  return answer;
}

bool Wire::is_silent() const {
  pollfd ready{socket_, POLLIN, 0};
  return buffer_.empty() && poll(&ready, 1, 0) == 0;
}

bool Wire::closed_by_server() {
  pollfd ready{socket_, POLLIN, 0};
  for (;;) {
    if (poll(&ready, 1, hang_guard_ms) <= 0) return false;
    std::array<char, 4096> chunk{};
    if (recv(socket_, chunk.data(), chunk.size(), 0) <= 0) return true;
  }
}

std::size_t number_in(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string request(std::string_view method, std::string_view target, std::string_view headers,
                    std::string_view body) {
  std::string text{method};
  text.append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n").append(headers);
  if (!body.empty()) text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
  return text.append("\r\n").append(body);
}

}  // namespace ce::tests
