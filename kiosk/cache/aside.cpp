#include "kiosk/cache/aside.h"

#include <sys/stat.h>

#include <ctime>
#include <system_error>
#include <vector>

namespace ce::cache {
namespace {

namespace fs = std::filesystem;

constexpr std::time_t kept_for_s = std::time_t{3} * 24 * 3600;

std::vector<fs::path> asides_of(fs::path const& store) {
  std::vector<fs::path> found;
  auto const begins = store.filename().string() + ".damaged-";
  auto const directory = store.has_parent_path() ? store.parent_path() : fs::path{"."};
  std::error_code error;
  for (fs::directory_iterator at{directory, error}, end; !error && at != end; at.increment(error)) {
    if (at->path().filename().string().starts_with(begins)) found.push_back(at->path());
  }
  return found;
}

/// Setting it aside was the last change to its entry; what it holds may be older.
bool is_old(fs::path const& file) {
  struct stat about {};
  return ::stat(file.c_str(), &about) == 0 && std::time(nullptr) - about.st_ctime > kept_for_s;
}

}  // namespace

Result<void> drop_asides(fs::path const& store) {
  for (auto const& file : asides_of(store)) {
    std::error_code error;
    fs::remove(file, error);
    if (error) return Failure{FailureCode::storage_fault, file.string() + ": " + error.message()};
  }
  return {};
}

void drop_old_asides(fs::path const& store) {
  for (auto const& file : asides_of(store)) {
    std::error_code error;
    if (is_old(file)) fs::remove(file, error);
  }
}

}  // namespace ce::cache
