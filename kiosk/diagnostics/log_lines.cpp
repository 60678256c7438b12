#include "kiosk/diagnostics/log_lines.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "shared/log/log.h"

namespace ce::diagnostics {
namespace {

constexpr std::size_t long_run = 11;
constexpr int oldest_file = 10;

constexpr auto known_events = std::to_array<std::string_view>({
#define CE_EVENT(name, level) #name,
#include "shared/log/events.def"
#undef CE_EVENT
});

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

enum class Origin { foreign, earlier, ours };

/// Times of one form are in the order of their letters.
Origin origin_of(std::string const& line, std::string_view since) {
  auto const json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object() || !json.contains("event") || !json["event"].is_string()) return Origin::foreign;
  bool const known = std::find(known_events.begin(), known_events.end(), json["event"].get<std::string>()) !=
                     known_events.end();
  if (!known) return Origin::foreign;
  if (since.empty()) return Origin::ours;
  bool const dated = json.contains("time") && json["time"].is_string();
  return dated && json["time"].get<std::string>() >= since ? Origin::ours : Origin::earlier;
}

std::filesystem::path older(std::filesystem::path const& file, int number) {
  auto path = file;
  return path.replace_filename(file.stem().string() + "." + std::to_string(number) +
                               file.extension().string());
}

/// The newest files that `most` bytes have room for, oldest first, and how much of the first is passed over.
std::vector<std::filesystem::path> files_of(std::filesystem::path const& file, std::uintmax_t most,
                                            std::uintmax_t& passed_over) {
  std::vector<std::filesystem::path> files;
  std::uintmax_t taken = 0;
  for (int number = 0; number <= oldest_file && taken < most; ++number) {
    auto const path = number == 0 ? file : older(file, number);
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    if (error) break;
    files.push_back(path);
    passed_over = size > most - taken ? size - (most - taken) : 0;
    taken += size - passed_over;
  }
  std::reverse(files.begin(), files.end());
  return files;
}

}  // namespace

std::string without_long_numbers(std::string_view text) {
  std::string starred;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == at) {
      starred += text[at++];
      continue;
    }
    starred += end - at >= long_run ? std::string(end - at, '*') : std::string{text.substr(at, end - at)};
    at = end;
  }
  return starred;
}

LogLines log_lines(std::filesystem::path const& file, std::uintmax_t most, std::string_view since) {
  LogLines found;
  std::uintmax_t passed_over = 0;
  for (auto const& path : files_of(file, most, passed_over)) {
    std::ifstream in{path, std::ios::binary};
    std::string line;
    if (passed_over > 0) {
      in.seekg(static_cast<std::streamoff>(std::exchange(passed_over, 0)));
      std::getline(in, line);  // it begins in the middle of a line
    }
    while (std::getline(in, line)) {
      auto const origin = origin_of(line, since);
      if (origin == Origin::ours) found.text += without_long_numbers(log::redact(line)) + '\n';
      if (origin == Origin::foreign) ++found.left_out;
    }
  }
  return found;
}

}  // namespace ce::diagnostics
