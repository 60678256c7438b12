#pragma once

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>

namespace ce::test {

/// A serial device of a test's own: a pty under a name that comes and goes as a plug does.
class Pty {
 public:
  explicit Pty(std::filesystem::path const& link) { plug(link); }
  Pty(Pty const&) = delete;
  Pty& operator=(Pty const&) = delete;
  ~Pty() { unplug(); }

  void plug(std::filesystem::path const& link) {
    int slave = -1;
    if (::openpty(&master_, &slave, nullptr, nullptr, nullptr) != 0) std::abort();
    link_ = link;
    std::filesystem::create_symlink(::ttyname(slave), link_);
    ::close(slave);
  }
  void unplug() {
    if (master_ < 0) return;
    std::filesystem::remove(link_);
    ::close(master_);
    master_ = -1;
  }
  /// Waits for whoever reads; false once nobody does.
  bool say(std::string_view bytes) const {
    while (!bytes.empty()) {
      auto const written = ::write(master_, bytes.data(), bytes.size());
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }

 private:
  std::filesystem::path link_;
  int master_ = -1;
};

}  // namespace ce::test
