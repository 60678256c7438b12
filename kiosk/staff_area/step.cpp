#include "kiosk/staff_area/step.h"

#include <algorithm>

#include "kiosk/staff_area/pages.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {
namespace {

using session::StaffKey;
using session::StaffTouch;

void leave(Turn& turn) {
  if (may_stop(turn.state.stage)) turn.ask(StopTrying{});
  turn.go(Closed{});
  turn.state.draft.reset();  // a key may be in it
  ++turn.state.stay;
  turn.ask(Leave{});
}

void at_prints(Turn& turn, PrintsPage& prints, StaffTouch const& touch) {
  if (!prints.list) return;
  auto const count = static_cast<int>(prints.list->size());
  if (touch.key == StaffKey::turn) {
    prints.page = turned(prints.page, touch.number, prints.list->size(), prints_per_page);
  }
  if (touch.key != StaffKey::choose || touch.number < 0 || touch.number >= count) return;
  turn.go(OnePrint{journal::PrintEntry{(*prints.list)[static_cast<std::size_t>(touch.number)]}});
}

void at_one_print(Turn& turn, OnePrint const& print, StaffTouch const& touch) {
  if (touch.key != StaffKey::choose) return;
  staff::Order order;
  order.task = staff::Task::settle_print;
  order.print = print.entry.id.text();
  order.came_out = static_cast<Ending>(touch.number) == Ending::came_out;
  turn.obey(std::move(order), Place::prints);
}

/// A ledger that is new, or an old copy, prints nothing until staff looked at the paper.
void at_health(Turn& turn, HealthPage const& page, StaffTouch const& touch) {
  if (touch.key != StaffKey::confirm || !page.seen || !awaits_staff(*page.seen)) return;
  turn.state.paper.reset();
  turn.ask(SeePaper{});
  turn.go(Numbering{PaperTask::accept_ledger, {}, false});
}

void at_log(Turn& turn, LogPage& page, StaffTouch const& touch) {
  if (touch.key == StaffKey::confirm) return turn.go(DiagnosticsPage{});
  if (touch.key == StaffKey::choose) {
    turn.go(LogPage{touch.number, {}, 0});
    turn.ask(SeeLog{touch.number});
  } else if (touch.key == StaffKey::turn && page.seen) {
    page.page = turned(page.page, touch.number, page.seen->lines.size(), log_lines_per_page);
  }
}

void at_sure(Turn& turn, Sure const& sure, StaffTouch const& touch) {
  if (touch.key != StaffKey::confirm) return;
  auto const task = sure.task;
  switch (task) {
    case MachineTask::restart:
      turn.ask(Restart{});
      return turn.go(Working{Place::machine, Work::restarting});
    case MachineTask::power_off:
      turn.ask(PowerOff{});
      return turn.go(Working{Place::machine, Work::stopping});
    case MachineTask::train:
      turn.ask(Train{});
      return turn.go(Working{Place::machine, Work::training});
  }
}

void on_page(Turn& turn, StaffTouch const& touch) {
  if (auto* door = turn.stage<AtDoor>()) return at_door(turn, *door, touch);
  if (turn.stage<CardsPage>() != nullptr) return on_cards(turn, touch);
  if (turn.stage<OneCard>() != nullptr) return on_one_card(turn, touch);
  if (turn.stage<NewCard>() != nullptr) return on_new_card(turn, touch);
  if (auto const* health = turn.stage<HealthPage>()) return at_health(turn, HealthPage{*health}, touch);
  if (auto* prints = turn.stage<PrintsPage>()) return at_prints(turn, *prints, touch);
  if (auto const* print = turn.stage<OnePrint>()) return at_one_print(turn, OnePrint{*print}, touch);
  if (turn.stage<PaperPage>() != nullptr) return on_paper(turn, touch);
  if (turn.stage<Loading>() != nullptr) return on_loading(turn, touch);
  if (turn.stage<Numbering>() != nullptr) return on_numbering(turn, touch);
  if (turn.stage<PrinterPage>() != nullptr) return on_printer(turn, touch);
  if (turn.stage<AcceptPrinter>() != nullptr) return on_accept_printer(turn, touch);
  if (auto* log = turn.stage<LogPage>()) return at_log(turn, *log, touch);
  if (auto const* sure = turn.stage<Sure>()) return at_sure(turn, Sure{*sure}, touch);
  if (turn.stage<MachinePage>() != nullptr && touch.key == StaffKey::choose) {
    turn.go(Sure{static_cast<MachineTask>(touch.number)});
  }
  if (turn.stage<NewPin>() != nullptr) return on_new_pin(turn, touch);
  if (turn.stage<SettingsPage>() != nullptr) return on_settings(turn, touch);
  if (turn.stage<ItemPage>() != nullptr) return on_item(turn, touch);
  if (turn.stage<PrinterList>() != nullptr) return on_printer_list(turn, touch);
  if (turn.stage<GuideStart>() != nullptr || turn.stage<GuideReport>() != nullptr)
    return on_guide(turn, touch);
  if (turn.stage<ItemSavedPage>() != nullptr && touch.key == StaffKey::confirm) {
    turn.ask(Restart{});
    return turn.go(Working{Place::settings, Work::restarting});
  }
  if (turn.stage<ServicePage>() != nullptr && touch.key == StaffKey::confirm) {
    turn.ask(SetPaused{!turn.state.paused});
    turn.go(Working{Place::service, Work::service});
  }
  if (turn.stage<ServicePage>() != nullptr && touch.key == StaffKey::choose) {
    turn.ask(ServeToday{});
    turn.go(Working{Place::service, Work::service});
  }
  if (turn.stage<DiagnosticsPage>() != nullptr && touch.key == StaffKey::confirm) {
    turn.ask(SaveDiagnostics{});
    turn.go(Saving{});
  }
  if (auto const* said = turn.stage<Said>(); said != nullptr && said->report) {
    on_report(turn, Said{*said}, touch);
  }
  if (turn.stage<Said>() != nullptr && touch.key == StaffKey::confirm) turn.open(behind(turn.state.stage));
}

void on(Turn& turn, StaffTouch const& touch) {
  if (turn.stage<Closed>() != nullptr) return;
  turn.state.last_touch = turn.now;
  bool const working = is_working(turn.state.stage);
  bool const inside = turn.stage<AtDoor>() == nullptr;
  bool const guided = turn.state.guide.has_value();  // nobody leaves it but through its end
  if (touch.key == StaffKey::leave && !guided) return leave(turn);
  if (touch.key == StaffKey::back && may_stop(turn.state.stage)) turn.ask(StopTrying{});
  if (working) return;
  if (touch.key == StaffKey::back) {
    if (step_back(turn) || guided || back_in_numbering(turn)) return;
    bool const out = !inside || turn.stage<Menu>() != nullptr;
    return out ? leave(turn) : turn.open(behind(turn.state.stage));
  }
  if (touch.key == StaffKey::open && inside && !guided) return turn.open(static_cast<Place>(touch.number));
  on_page(turn, touch);
}

void on(Turn& turn, DoorOpened const& /*event*/) {
  if (turn.stage<Closed>() == nullptr) return;
  turn.state.last_touch = turn.now;
  turn.go(AtDoor{});
  turn.ask(LookAtDoor{});
}

void on(Turn& turn, TimePassed const& /*event*/) {
  auto const left = seconds_left(turn.state, turn.now);
  if (left && *left <= 0) leave(turn);
}

void on(Turn& turn, Touched const& /*event*/) {
  turn.state.last_touch = turn.now;
  auto* page = turn.stage<ItemPage>();
  if (page != nullptr && page->id == items::ItemId::touch) ++page->misses;
}

void on(Turn& turn, Scanned const& event) {
  if (auto* door = turn.stage<AtDoor>()) return scanned_at_door(turn, *door, event.text);
  auto* page = turn.stage<ItemPage>();
  if (page == nullptr || page->at >= page->values.size()) return;
  auto const& field = items::of(page->id).fields[page->at];
  bool const hall = page->id == items::ItemId::place && page->at == 2;  // has any name
  if ((field.entry == items::Entry::choice && !hall) || event.text.reveal().size() > field.longest) return;
  turn.state.last_touch = turn.now;
  page->values[page->at] = event.text;
  page->verdict.reset();
  page->proven = page->anyway = false;
}

void on(Turn& turn, GuideBegins const& /*event*/) {
  turn.state.guide = Guide{};
  turn.ask(SeeSettings{});
  turn.go(GuideStart{});
}

void on(Turn& turn, Answer const& answer) {
  hear(turn, answer);
}

bool desk_is_at_work(State const& state) {
  auto const* door = std::get_if<AtDoor>(&state.stage);
  return is_working(state.stage) || (door != nullptr && door->checking);
}

}  // namespace

bool awaits_staff(Condition const& seen) {
  return seen.ledger_problem == FailureCode::ledger_begun_anew ||
         seen.ledger_problem == FailureCode::ledger_outdated;
}

bool is_working(Stage const& stage) {
  return std::holds_alternative<Working>(stage) || std::holds_alternative<Trying>(stage) ||
         std::holds_alternative<Saving>(stage);
}

bool may_stop(Stage const& stage) {
  auto const* trying = std::get_if<Trying>(&stage);
  if (trying == nullptr) return false;
  switch (trying->page.id) {
    case items::ItemId::central:
    case items::ItemId::printer:
    case items::ItemId::reader:
    case items::ItemId::scanner:
      return true;
    default:
      return false;
  }
}

Place behind(Stage const& stage) {
  if (auto const* working = std::get_if<Working>(&stage)) return working->back;
  if (auto const* result = std::get_if<Said>(&stage)) return result->back;
  if (std::holds_alternative<OnePrint>(stage)) return Place::prints;
  auto const* number = std::get_if<Numbering>(&stage);
  if (number != nullptr && number->task == PaperTask::accept_ledger) return Place::health;
  if (std::holds_alternative<Loading>(stage) || std::holds_alternative<Numbering>(stage)) return Place::paper;
  if (std::holds_alternative<OneCard>(stage) || std::holds_alternative<NewCard>(stage)) return Place::cards;
  if (std::holds_alternative<CardsPage>(stage)) return Place::settings;
  if (std::holds_alternative<NewPin>(stage) || std::holds_alternative<ItemSavedPage>(stage)) {
    return Place::settings;
  }
  if (std::holds_alternative<AcceptPrinter>(stage)) return Place::printer;
  if (std::holds_alternative<Sure>(stage)) return Place::machine;
  if (std::holds_alternative<DiagnosticsPage>(stage) || std::holds_alternative<Saving>(stage))
    return Place::log;
  return Place::menu;
}

bool type(std::string& text, std::size_t most, StaffTouch const& touch) {
  if (touch.key == StaffKey::letter && text.size() < most) text.push_back(touch.character);
  if (touch.key == StaffKey::erase && !text.empty()) text.pop_back();
  if (touch.key == StaffKey::clear) text.clear();
  return touch.key == StaffKey::letter || touch.key == StaffKey::erase || touch.key == StaffKey::clear;
}

int turned(int page, int by, std::size_t count, int per_page) {
  return pages_of(count, per_page, page + by).page;
}

void Turn::open(Place place) {
  if (state.guide) return go(GuideReport{});  // it has no other pages to come back to
  switch (place) {
    case Place::menu:
      return go(Menu{});
    case Place::health:
      ask(SeeCondition{});
      return go(HealthPage{});
    case Place::prints:
      ask(SeePrints{});
      return go(PrintsPage{});
    case Place::paper:
      ask(SeePaper{});
      return go(PaperPage{});
    case Place::printer:
      ask(SeeSettings{});  // its offset is typed on an item's page
      return go(PrinterPage{});
    case Place::service:
      return go(ServicePage{});
    case Place::log:
      ask(SeeLog{});
      return go(LogPage{});
    case Place::settings:
      ask(SeeSettings{});
      return go(SettingsPage{});
    case Place::machine:
      return go(MachinePage{});
    case Place::cards:
      ask(SeeCards{});
      return go(CardsPage{});
  }
}

Stepped step(State state, Event const& event, Tick now) {
  Turn turn{std::move(state), {}, now};
  std::visit([&turn](auto const& what) { on(turn, what); }, event);
  return {std::move(turn.state), std::move(turn.effects)};
}

bool is_open(State const& state) {
  return !std::holds_alternative<Closed>(state.stage);
}

std::optional<int> seconds_left(State const& state, Tick now) {
  if (!is_open(state) || desk_is_at_work(state) || state.guide) return std::nullopt;
  bool const at_door = std::holds_alternative<AtDoor>(state.stage);
  auto const end = state.last_touch + (at_door ? std::min(door_idle, state.idle) : state.idle);
  auto const left = std::chrono::ceil<std::chrono::seconds>(end - now).count();
  return static_cast<int>(std::max<std::int64_t>(0, left));
}

std::optional<Tick> next_deadline(State const& state, Tick now) {
  if (!seconds_left(state, now)) return std::nullopt;
  auto const since = std::chrono::floor<std::chrono::seconds>(now - state.last_touch);
  return state.last_touch + since + std::chrono::seconds{1};
}

}  // namespace ce::staff_area
