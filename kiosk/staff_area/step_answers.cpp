// What the desk found out, and what its work came to.
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {
namespace {

void heard(Turn& turn, DoorStood const& stood) {
  auto* door = turn.stage<AtDoor>();
  if (door == nullptr) return;
  door->stands = stood;
  door->locked_until = turn.now + stood.locked;
}

void heard(Turn& turn, PinJudged const& judged) {
  auto* door = turn.stage<AtDoor>();
  if (door == nullptr || !door->checking) return;
  turn.state.last_touch = turn.now;
  if (judged.right) {
    turn.go(Menu{});
    return;
  }
  door->checking = false;
  door->wrong = true;
  door->locked_until = turn.now + judged.locked;
}

void heard(Turn& turn, CardsSeen const& seen) {
  if (auto* page = turn.stage<CardsPage>()) page->list = seen.list;
}

void heard(Turn& turn, Condition const& seen) {
  if (auto* page = turn.stage<HealthPage>()) page->seen = seen;
}

void heard(Turn& turn, PrintsSeen const& seen) {
  if (auto* page = turn.stage<PrintsPage>()) page->list = seen.list;
}

void heard(Turn& turn, PaperSeen const& seen) {
  turn.state.paper = seen;
  auto* page = turn.stage<Numbering>();
  // Plain paper has no numbers on it that anybody could read off.
  bool const takes_over = page != nullptr && page->task == PaperTask::accept_ledger && !turn.state.numbered;
  if (takes_over && page->number.empty() && seen.next) page->number = *seen.next;
}

void heard(Turn& turn, PrinterSeen const& seen) {
  if (auto* page = turn.stage<AcceptPrinter>()) page->seen = seen;
}

void heard(Turn& turn, LogSeen const& seen) {
  if (auto* page = turn.stage<LogPage>()) page->seen = seen;
}

void heard(Turn& turn, Told const& told) {
  if (turn.stage<Closed>() != nullptr || turn.stage<AtDoor>() != nullptr) return;
  turn.state.last_touch = turn.now;
  auto const* working = turn.stage<Working>();
  auto const report = working == nullptr ? std::nullopt : working->report;
  turn.go(Said{told, behind(turn.state.stage), report});
}

void heard(Turn& turn, SettingsSeen const& seen) {
  turn.state.draft = seen.draft;
  turn.state.known = seen.known;
}

void heard(Turn& turn, ItemTried const& tried) {
  heard_of_item(turn, tried);
}

void heard(Turn& turn, ItemSaved const& saved) {
  heard_of_item(turn, saved);
}

void heard(Turn& turn, PrintersFound const& found) {
  if (auto* page = turn.stage<PrinterList>()) page->found = found.list;
}

void heard(Turn& turn, GuideWritten const& written) {
  if (!turn.state.guide) return;
  if (written.verdict.good) return turn.ask(Restart{});
  turn.go(GuideReport{0, written.verdict});
}

void heard(Turn& turn, DiagnosticsStep const& step) {
  auto* saving = turn.stage<Saving>();
  if (saving == nullptr) return;
  turn.state.last_touch = turn.now;
  saving->at = step;
}

void heard(Turn& turn, PausedNow const& now) {
  turn.state.paused = now.paused;
  if (turn.stage<Working>() != nullptr) turn.open(Place::service);
}

void heard(Turn& turn, ServesToday const& /*now*/) {
  if (turn.stage<Working>() != nullptr) turn.open(Place::service);
}

}  // namespace

void hear(Turn& turn, Answer const& answer) {
  std::visit([&turn](auto const& what) { heard(turn, what); }, answer);
}

}  // namespace ce::staff_area
