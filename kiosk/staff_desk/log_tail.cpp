#include "kiosk/staff_desk/log_tail.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

namespace ce::staff_desk {
namespace {

constexpr std::uintmax_t most_bytes = 256U << 10U;
constexpr std::size_t most_lines = 200;
constexpr auto level_names = std::to_array<std::string_view>({"debug", "info", "warning", "error"});

/// The two digits there; nothing if they are none.
std::optional<int> two_digits(std::string_view text, std::size_t at) {
  int value = 0;
  if (text.size() < at + 2) return std::nullopt;
  auto const* const from = text.data() + at;
  if (std::from_chars(from, from + 2, value).ptr != from + 2) return std::nullopt;
  return value;
}

// "2026-11-26T02:05:03.120Z" as China reads it.
std::string china_time(std::string const& utc) {
  auto const date = Date::parse_iso(utc.substr(0, 10));
  auto const hour = two_digits(utc, 11);
  auto const minute = two_digits(utc, 14);
  auto const second = two_digits(utc, 17);
  if (!date || !hour || !minute || !second) return utc;
  constexpr std::int64_t china_hours = 8;
  auto const seconds = (*hour + china_hours) * 3600 + std::int64_t{*minute} * 60;
  return china_minute_text({start_of_china_day(*date).ms + seconds * 1000}) + ":" + utc.substr(17, 2);
}

std::string plain(nlohmann::ordered_json const& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::optional<staff_area::LogLine> read_line(std::string const& text) {
  auto const json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("time") || !json.contains("level") || !json.contains("event")) {
    return std::nullopt;
  }
  staff_area::LogLine line;
  line.when = china_time(plain(json["time"]));
  auto const level = std::find(level_names.begin(), level_names.end(), plain(json["level"]));
  line.level = static_cast<int>(level - level_names.begin());
  line.event = plain(json["event"]);
  for (auto const& [name, value] : json.items()) {
    if (name == "time" || name == "level" || name == "event") continue;
    line.values += (line.values.empty() ? "" : "  ") + name + "=" + plain(value);
  }
  return line;
}

}  // namespace

staff_area::LogSeen read_log(std::filesystem::path const& file, int least) {
  staff_area::LogSeen seen;
  if (file.empty()) {
    seen.problem =
        "日志由系统收集，请管理员用 journalctl 查看；在 kiosk.toml 的 [log] file 写明文件后可在这里查看";
    return seen;
  }
  std::ifstream in{file, std::ios::binary};
  std::error_code error;
  auto const size = std::filesystem::file_size(file, error);
  if (!in || error) {
    seen.problem = "读不到日志文件 " + file.string();
    return seen;
  }
  std::string text;
  if (size > most_bytes) {
    in.seekg(static_cast<std::streamoff>(size - most_bytes));
    std::getline(in, text);  // it begins in the middle of a line
  }
  while (std::getline(in, text)) {
    auto line = read_line(text);
    if (line && line->level >= least) seen.lines.push_back(std::move(*line));
  }
  std::reverse(seen.lines.begin(), seen.lines.end());
  if (seen.lines.size() > most_lines) seen.lines.resize(most_lines);
  return seen;
}

}  // namespace ce::staff_desk
