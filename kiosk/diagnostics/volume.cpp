#include "kiosk/diagnostics/volume.h"

#include <fnmatch.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace ce::diagnostics {
namespace {

bool is_octal(char digit) {
  return digit >= '0' && digit <= '7';
}

/// The kernel writes blanks as \040.
std::string unescaped(std::string const& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const escape = text[i] == '\\' && i + 3 < text.size() && is_octal(text[i + 1]) &&
                        is_octal(text[i + 2]) && is_octal(text[i + 3]);
    if (!escape) {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
    i += 3;
  }
  return plain;
}

/// Where something is mounted, each place once: what lies under another mount cannot be reached.
std::set<std::string> mounted_places(std::filesystem::path const& mounts) {
  std::set<std::string> places;
  std::ifstream in{mounts};
  for (std::string line; std::getline(in, line);) {
    std::istringstream words{line};
    std::string id, parent, device, root, place;
    if (words >> id >> parent >> device >> root >> place) places.insert(unescaped(place));
  }
  return places;
}

}  // namespace

Result<std::filesystem::path> find_volume(std::vector<std::string> const& patterns,
                                          std::filesystem::path const& mounts) {
  std::vector<std::string> found;
  for (auto const& place : mounted_places(mounts)) {
    bool const meant = std::any_of(patterns.begin(), patterns.end(), [&](auto const& pattern) {
      return ::fnmatch(pattern.c_str(), place.c_str(), FNM_PATHNAME) == 0;
    });
    if (meant) found.push_back(place);
  }
  if (found.empty()) {
    return Failure{FailureCode::input_invalid,
                   "没有找到 U 盘：请插入 FAT32 或 exFAT 格式的 U 盘，等几秒再试。请换一个 U 盘或插口试试"};
  }
  if (found.size() > 1) {
    return Failure{FailureCode::input_invalid, "插了不止一个 U 盘：请只留下要写入的一个，再试"};
  }
  return std::filesystem::path{found.front()};
}

}  // namespace ce::diagnostics
