#pragma once

#include <filesystem>

namespace ce::gallery {

/// Looks at the display from outside, over a connection of its own.
class Eye {
 public:
  Eye();
  ~Eye();
  Eye(Eye const&) = delete;
  Eye& operator=(Eye const&) = delete;

  /// Its upper left part as a portable pixmap; false if it cannot be seen or written.
  [[nodiscard]] bool keep(std::filesystem::path const& path, int width, int height) const;

 private:
  void* display_;  // Xlib's names are macros that others use as names
};

}  // namespace ce::gallery
