#include "central/console/kiosk_log_view.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/protocol/instant_text.h"

namespace ce::console {
namespace {

using web::Tone;

constexpr std::int64_t most_requests = 10;
constexpr std::size_t most_log_lines = 100;
constexpr auto log_spans = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"2", "最近 2 小时"}, {"24", "最近 24 小时"}, {"72", "最近 3 天"}, {"168", "最近 7 天"}});

std::string span_words(std::int64_t hours) {
  auto const code = std::to_string(hours);
  for (auto const& [value, words] : log_spans) {
    if (value == code) return std::string{words};
  }
  return "最近 " + code + " 小时";
}

std::string size_words(std::int64_t bytes) {
  return bytes < 1024 ? std::to_string(bytes) + " 字节" : std::to_string((bytes + 1023) / 1024) + " KB";
}

web::Badge badge_of_log(fleet::LogRequest const& request) {
  if (request.over) return {Tone::warn, "终端没有送来"};
  if (!request.received) return {Tone::none, "等待终端"};
  return request.problem.empty() ? web::Badge{Tone::good, "已送来"} : web::Badge{Tone::warn, "没有日志"};
}

std::string note_of_log(fleet::LogRequest const& request) {
  auto words = request.account;
  if (!request.problem.empty()) return words + "　" + request.problem;
  if (request.received) words += "　" + size_words(request.bytes);
  return words;
}

std::string plain(nlohmann::ordered_json const& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

web::Badge badge_of_level(std::string_view level) {
  if (level == "error") return {Tone::bad, "错误"};
  if (level == "warning") return {Tone::warn, "警告"};
  return {Tone::none, level == "debug" ? "调试" : "信息"};
}

/// A kiosk writes them, and who has its key may write anything: what is no line of a log is shown as it is.
web::Line line_of_log(std::string_view text) {
  auto const json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("time") || !json.contains("event")) {
    return {.href = {}, .name = {}, .value = std::string{text}, .state = {Tone::none, "—"}, .note = {}};
  }
  auto when = plain(json["time"]);
  if (auto const at = protocol::parse_rfc3339(when)) when = china_minute_text(*at) + ":" + when.substr(17, 2);
  web::Line line{.href = {},
                 .name = std::move(when),
                 .value = plain(json["event"]),
                 .state = badge_of_level(json.contains("level") ? plain(json["level"]) : std::string{}),
                 .note = {}};
  for (auto const& [name, value] : json.items()) {
    if (name == "time" || name == "event" || name == "level") continue;
    line.note += (line.note.empty() ? "" : "　") + name + "=" + plain(value);
  }
  return line;
}

/// From the end.
std::vector<web::Line> newest_lines(std::string_view text) {
  std::vector<web::Line> lines;
  while (!text.empty() && lines.size() < most_log_lines) {
    if (text.back() == '\n') text.remove_suffix(1);
    auto const end = text.rfind('\n');
    auto const from = end == std::string_view::npos ? 0 : end + 1;
    if (from < text.size()) lines.push_back(line_of_log(text.substr(from)));
    text = text.substr(0, from);
  }
  return lines;
}

}  // namespace

web::DetailView::Act log_act(std::string const& kiosk) {
  web::Field hours{.id = "hours", .label = "多长时间的", .kind = web::FieldKind::select, .value = "24"};
  for (auto const& [value, words] : log_spans) {
    hours.options.push_back({std::string{value}, std::string{words}});
  }
  return {.heading = "索取运行日志",
          .lead =
              "终端下次报告时得知，随即送来这段时间的运行日志，至多 500 KB，取最新的。其中没有个人信息。"
              "索取和查看都记入操作记录。",
          .action = "/console/kiosks/" + kiosk,
          .fields = {std::move(hours)},
          .act = "log",
          .word = "索取日志",
          .icon = "document"};
}

Result<web::DetailView::Table> log_table(Visitor const& visitor, std::string_view kiosk) {
  CE_TRY(auto const requests, fleet::logs_of(visitor.store, kiosk, most_requests, visitor.now));
  web::DetailView::Table table{"运行日志", "新的在前", {"索取时间", "时段", "状态", "说明"}, {}};
  for (auto const& one : requests) {
    auto page = "/console/kiosks/" + std::string{kiosk};
    page.append("/logs/").append(one.id);
    table.lines.push_back({.href = one.received ? std::move(page) : std::string{},
                           .name = china_minute_text(one.asked),
                           .value = span_words(one.hours),
                           .state = badge_of_log(one),
                           .note = note_of_log(one)});
  }
  return table;
}

web::DetailView log_view(fleet::LogRead const& read) {
  auto const& request = read.request;
  web::DetailView view;
  view.heading = "运行日志";
  view.state = badge_of_log(request);
  view.facts = {{"时段", span_words(request.hours)},
                {"索取", china_minute_text(request.asked) + "　" + request.account},
                {"送来", request.received ? china_minute_text(*request.received) : ""},
                {"大小", size_words(request.bytes)}};
  if (request.left_out > 0) view.facts.push_back({"略去", std::to_string(request.left_out) + " 行"});
  if (!request.problem.empty()) view.facts.push_back({"说明", request.problem});
  auto lines = newest_lines(read.text);
  if (lines.empty()) return view;
  bool const all = lines.size() < most_log_lines;
  view.tables.push_back(
      {"记录",
       all ? "新的在前，北京时间"
           : "最新的 " + std::to_string(most_log_lines) + " 行，新的在前，北京时间；其余请下载",
       {"时间", "事件", "级别", "内容"},
       std::move(lines)});
  return view;
}

}  // namespace ce::console
