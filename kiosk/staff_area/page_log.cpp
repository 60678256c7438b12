#include <array>

#include "kiosk/staff_area/event_words.h"
#include "kiosk/staff_area/pages.h"

namespace ce::staff_area {

using present::StaffPageView;
using present::Tagged;
using present::Tone;
using session::StaffKey;

namespace {

// By log::Level.
Tagged tag_of(int level) {
  if (level >= 3) return {"错误", Tone::bad};
  if (level == 2) return {"警告", Tone::notice};
  return {};  // most lines are plain news
}

struct Choice {
  char const* label;
  int least;
};
constexpr auto levels = std::to_array<Choice>({{"全部", 0}, {"警告和错误", 2}, {"只看错误", 3}});

}  // namespace

StaffPageView log_page(LogPage const& page) {
  StaffPageView view;
  view.keys = {{.id = "diagnostics",
                .label = "诊断文件",
                .sign = present::StaffSign::health,
                .touch = {StaffKey::confirm}}};
  for (auto const& level : levels) {
    view.choices.push_back({.id = "level_" + std::to_string(level.least),
                            .label = level.label,
                            .touch = {StaffKey::choose, level.least},
                            .chosen = level.least == page.least});
  }
  view.rows_least = log_lines_per_page;
  if (!page.seen) {
    view.sentences = waiting_page().sentences;
    return view;
  }
  if (!page.seen->problem.empty()) {
    view.note = {page.seen->problem, Tone::notice};
    return view;
  }
  auto const& lines = page.seen->lines;
  if (lines.empty()) view.note = {"没有这类记录", Tone::good};
  view.paging = pages_of(lines.size(), log_lines_per_page, page.page);
  auto const from = static_cast<std::size_t>(view.paging.page) * log_lines_per_page;
  auto const to = std::min(lines.size(), from + log_lines_per_page);
  for (std::size_t i = from; i < to; ++i) {
    auto const& line = lines[i];
    view.rows.push_back({line.when + "  " + event_words(line.event), tag_of(line.level), line.values});
  }
  return view;
}

}  // namespace ce::staff_area
