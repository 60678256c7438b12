#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace ce::devices {

/// The reader's end of a serial line: a pty whose other end a symbolic link names. Unplugged, the pty is
/// gone, as a USB serial device goes; plugged in again it may have another name.
class ReaderLine {
 public:
  /// `baud` paces what is sent; 0 sends as fast as the pty takes it.
  explicit ReaderLine(unsigned baud) : baud_(baud) {}
  ReaderLine(ReaderLine const&) = delete;
  ReaderLine& operator=(ReaderLine const&) = delete;
  ~ReaderLine() { unplug(); }

  /// A message when it fails, else empty.
  std::string plug(std::filesystem::path const& link);
  void unplug();

  [[nodiscard]] bool plugged() const { return master_ >= 0; }
  [[nodiscard]] int fd() const { return master_; }
  [[nodiscard]] std::filesystem::path const& link() const { return link_; }

  /// What the kiosk has sent since.
  std::string receive();
  /// In pieces of `piece` bytes with `pause` between; piece 0: as the baud rate paces.
  void send(std::string_view bytes, std::size_t piece, std::chrono::milliseconds pause);

 private:
  unsigned baud_;
  int master_ = -1;
  int slave_ = -1;  // held open, so that the line stands while the kiosk is away
  std::filesystem::path link_;
};

}  // namespace ce::devices
