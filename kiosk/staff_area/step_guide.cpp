// The guided set-up: item after item, then the report, then all of it is written.
#include <algorithm>

#include "kiosk/staff_area/report.h"
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {
namespace {

using session::StaffKey;
using session::StaffTouch;

void show_item_in_turn(Turn& turn) {
  auto const path = guide_path(*turn.state.draft);
  if (turn.state.guide->at >= path.size()) {
    turn.state.guide->mending = false;
    return turn.go(GuideReport{});
  }
  open_item(turn, path[turn.state.guide->at]);
}

/// One item again, and from it back to the report.
void mend(Turn& turn, items::ItemId id) {
  auto const path = guide_path(*turn.state.draft);
  auto const found = std::find(path.begin(), path.end(), id);
  if (found == path.end()) return;
  turn.state.guide->at = static_cast<std::size_t>(found - path.begin());
  turn.state.guide->mending = true;
  show_item_in_turn(turn);
}

/// What is not answered yet: another paper has another item; the end of the way where all is.
std::size_t first_open(Guide const& guide, std::vector<items::ItemId> const& path) {
  auto const is_open = [&](items::ItemId id) { return !guide.marks[static_cast<std::size_t>(id)]; };
  return static_cast<std::size_t>(std::find_if(path.begin(), path.end(), is_open) - path.begin());
}

}  // namespace

std::vector<items::ItemId> guide_path(items::Draft const& draft) {
  std::vector<items::ItemId> path;
  for (auto const& item : items::all()) {
    // Holidays come one span a time, year by year, and the site has a sound default: both are for later.
    if (item.id == items::ItemId::holidays || item.id == items::ItemId::learning) continue;
    // Numbered stock has its numbers on it, and staff load them; only there must print meet a form.
    auto const other = draft.settings.paper.preprinted ? items::ItemId::numbers : items::ItemId::calibration;
    if (item.id != other) path.push_back(item.id);
  }
  return path;
}

void guide_on(Turn& turn, GuideMark mark) {
  auto& guide = *turn.state.guide;
  auto const path = guide_path(*turn.state.draft);
  if (guide.at < path.size()) guide.marks[static_cast<std::size_t>(path[guide.at])] = std::move(mark);
  guide.at = guide.mending ? first_open(guide, guide_path(*turn.state.draft)) : guide.at + 1;
  show_item_in_turn(turn);
}

void guide_back(Turn& turn) {
  auto& guide = *turn.state.guide;
  if (turn.stage<GuideStart>() != nullptr) return;
  if (turn.stage<Said>() != nullptr) return turn.go(GuideReport{});
  if (turn.stage<GuideReport>() != nullptr || guide.mending) guide.at = guide_path(*turn.state.draft).size();
  if (guide.mending) return show_item_in_turn(turn);
  if (guide.at == 0) return turn.go(GuideStart{});
  --guide.at;
  show_item_in_turn(turn);
}

void on_guide(Turn& turn, StaffTouch const& touch) {
  if (!turn.state.draft) return;
  if (turn.stage<GuideStart>() != nullptr) {
    if (touch.key == StaffKey::confirm) show_item_in_turn(turn);
    return;
  }
  auto& report = *turn.stage<GuideReport>();
  auto const lines = report_lines(turn.state);
  if (touch.key == StaffKey::turn) {
    report.page = turned(report.page, touch.number, lines.size(), report_rows_per_page);
  }
  if (touch.key == StaffKey::choose && touch.number == static_cast<int>(ItemKey::page_out)) {
    turn.ask(PrintReport{*turn.state.draft, lines});
    return turn.go(Working{});
  }
  if (touch.key == StaffKey::choose) return mend(turn, static_cast<items::ItemId>(touch.number));
  if (touch.key != StaffKey::confirm) return;
  turn.ask(WriteGuide{*turn.state.draft});
  turn.go(Working{Place::menu, Work::writing});
}

}  // namespace ce::staff_area
