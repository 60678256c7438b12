#pragma once

#include <filesystem>

namespace ce::start {

/// Whether somebody is at the screen, for other programs of this machine: a file that is locked meanwhile
/// (flock), so that it ends with the process, however that ends.
class InUse {
 public:
  /// No file: nobody is told.
  explicit InUse(std::filesystem::path const& file);
  InUse(InUse const&) = delete;
  InUse& operator=(InUse const&) = delete;
  ~InUse();
  /// Never waits: the interface's thread, in each pass.
  void say(bool used);

 private:
  int file_ = -1;
  bool said_ = false;
};

/// Whether a running kiosk says so. False where the file cannot be opened.
[[nodiscard]] bool is_in_use(std::filesystem::path const& file);

}  // namespace ce::start
