#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace ce::devices {

/// A Unix socket that takes one command line per connection and sends one line back.
class ControlSocket {
 public:
  ControlSocket() = default;
  ControlSocket(ControlSocket const&) = delete;
  ControlSocket& operator=(ControlSocket const&) = delete;
  ~ControlSocket();

  /// A message when it fails, else empty. A socket left behind by an earlier program is replaced.
  std::string listen(std::filesystem::path const& path);
  [[nodiscard]] int fd() const { return fd_; }
  /// Takes one connection; `obey` turns the line into the answer.
  void serve(std::function<std::string(std::string const&)> const& obey) const;

 private:
  int fd_ = -1;
  std::filesystem::path path_;
};

/// Sends `line` to the socket at `path`; the answer, or nothing when nobody listens there.
[[nodiscard]] std::optional<std::string> send_line(std::filesystem::path const& path,
                                                   std::string const& line);

}  // namespace ce::devices
