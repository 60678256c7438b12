#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace ce::test {

/// What was written to each file and not flushed yet; after a power cut the disk holds any part of it. One
/// thread.
class Unflushed {
 public:
  /// The file is opened: what it holds now is on the disk, unless it is known already.
  void open(std::string const& path);
  void wrote(std::string const& path, std::int64_t at, std::string bytes);
  void truncated(std::string const& path, std::int64_t size);
  void flushed(std::string const& path);
  void removed(std::string const& path) { files_.erase(path); }
  /// Everything is on the disk now.
  void forget() { files_.clear(); }

  /// Puts into the files what the cut left: of the changes that were not flushed some are there, some are
  /// not, some in their first sectors only.
  void cut(std::uint32_t seed);

 private:
  struct Change {
    std::int64_t at = 0;
    std::string bytes;
    bool truncates = false;  // to `at` bytes
  };
  struct File {
    std::string flushed;
    std::vector<Change> changes;
  };
  static void apply(std::string& content, Change const& change);

  std::map<std::string, File> files_;
};

}  // namespace ce::test
