// What a kiosk is set up with: the list of items, one item's fields, and what its test and its saving came
// to.
#include <algorithm>

#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {
namespace {

using items::Entry;
using items::ItemId;
using session::StaffKey;
using session::StaffTouch;

bool is_choice(ItemPage const& page) {
  return items::of(page.id).fields[page.at].entry == Entry::choice;
}

void forget_verdict(ItemPage& page) {
  page.verdict.reset();
  page.proven = page.anyway = false;
}

/// What is typed and chosen, taken over into a draft; nothing where it does not fit: then the page says why.
std::optional<items::Draft> taken(Turn& turn, ItemPage& page) {
  auto draft = *turn.state.draft;
  auto const put = items::put(page.id, page.values, draft);
  if (put) return draft;
  page.verdict = items::Verdict{false, put.failure().detail, page.at};
  return std::nullopt;
}

void keep(Turn& turn, ItemPage page, items::Draft draft) {
  turn.ask(SaveItem{page.id, draft, !turn.state.guide});
  turn.go(Trying{std::move(page), std::move(draft), true});
}

void test(Turn& turn, ItemPage page, bool then_save) {
  auto draft = taken(turn, page);
  if (!draft) return turn.go(std::move(page));
  turn.ask(TryItem{page.id, *draft});
  turn.go(Trying{std::move(page), std::move(*draft), then_save});
}

/// What answers is asked before its address is kept; a sound is for ears.
void save(Turn& turn, ItemPage page) {
  bool const first_test =
      items::of(page.id).tested && page.id != ItemId::sound && !page.proven && !page.anyway;
  if (first_test) return test(turn, std::move(page), true);
  auto draft = taken(turn, page);
  if (!draft) return turn.go(std::move(page));
  keep(turn, std::move(page), std::move(*draft));
}

void onward(Turn& turn, ItemPage page) {
  bool const last = items::is_last(page.id, page.at, page.values[page.at]);
  if (last || page.at + 1 >= page.values.size()) return save(turn, std::move(page));
  ++page.at;
  page.page = 0;
  turn.go(std::move(page));
}

void on_choice(Turn& turn, ItemPage page, StaffTouch const& touch) {
  auto const options = items::choices(page.id, page.at, page.values, turn.state.known);
  if (touch.key == StaffKey::turn) {
    page.page = turned(page.page, touch.number, options.size(), options_per_page);
    return turn.go(std::move(page));
  }
  if (touch.key == StaffKey::confirm && page.anyway) return save(turn, std::move(page));
  auto const chosen = static_cast<std::size_t>(touch.number);
  if (touch.key != StaffKey::choose || touch.number < 0 || chosen >= options.size()) return;
  SecretText const value{options[chosen].value};
  bool const changed = !(page.values[page.at] == value);
  page.values[page.at] = value;
  forget_verdict(page);
  // Another city has other counties, another county other halls.
  if (changed && page.id == ItemId::place) {
    for (auto later = page.at + 1; later < page.values.size(); ++later) page.values[later] = SecretText{};
  }
  onward(turn, std::move(page));
}

void on_typed(Turn& turn, ItemPage page, StaffTouch const& touch) {
  auto const& fields = items::of(page.id).fields;
  auto const choices = static_cast<std::size_t>(std::count_if(
      fields.begin(), fields.end(), [](auto const& field) { return field.entry == Entry::choice; }));
  if (touch.key == StaffKey::choose && touch.number >= 0) {
    auto const field = choices + static_cast<std::size_t>(touch.number);
    if (field < fields.size()) page.at = field;
    return turn.go(std::move(page));
  }
  if (type(page.values[page.at].reveal(), fields[page.at].longest, touch)) {
    forget_verdict(page);
    return turn.go(std::move(page));
  }
  if (touch.key == StaffKey::confirm && may_confirm(turn.state)) onward(turn, std::move(page));
}

void on_touch_check(Turn& turn, ItemPage page, StaffTouch const& touch) {
  if (touch.key != StaffKey::choose || touch.number != page.hits) return;
  if (++page.hits < touch_spots) return turn.go(std::move(page));
  items::Verdict const verdict{true, page.misses == 0
                                         ? "五处都点中了"
                                         : "五处都点中了，其间有 " + std::to_string(page.misses) +
                                               " 次没有点中：差得多时请校准触摸屏"};
  if (turn.state.guide) return guide_on(turn, {false, true, verdict});
  turn.go(Said{Told{true, verdict.text}, Place::settings});
}

void on_item_key(Turn& turn, ItemPage page, ItemKey key) {
  auto const& item = items::of(page.id);
  switch (key) {
    case ItemKey::test:
      if (item.tested) test(turn, std::move(page), false);
      return;
    case ItemKey::search:
      if (page.id != ItemId::printer) return;
      turn.ask(FindPrinters{});
      return turn.go(PrinterList{std::move(page), {}, 0});
    case ItemKey::page_out: {
      if (page.id != ItemId::printer && page.id != ItemId::calibration) return;
      auto draft = taken(turn, page);
      if (!draft) return turn.go(std::move(page));
      turn.ask(PrintPage{*draft});
      return turn.go(Trying{std::move(page), std::move(*draft), false});
    }
    case ItemKey::skip:
      if (turn.state.guide && item.skippable) guide_on(turn, {true, false, {}});
      return;
  }
}

}  // namespace

void open_item(Turn& turn, ItemId id) {
  if (!turn.state.draft) return;
  turn.go(ItemPage{.id = id, .values = items::values_of(id, *turn.state.draft)});
}

std::vector<ItemId> settings_items() {
  std::vector<ItemId> list;
  for (auto const& item : items::all()) {
    if (item.id != ItemId::pin && item.id != ItemId::calibration) list.push_back(item.id);
  }
  return list;
}

void on_settings(Turn& turn, StaffTouch const& touch) {
  auto& page = *turn.stage<SettingsPage>();
  auto const list = settings_items();
  if (touch.key == StaffKey::confirm) return turn.go(NewPin{});
  if (touch.key == StaffKey::choose && touch.number == restart_key)
    return turn.go(Sure{MachineTask::restart});
  if (touch.key == StaffKey::turn) page.page = turned(page.page, touch.number, list.size(), items_per_page);
  auto const chosen = std::find(list.begin(), list.end(), static_cast<ItemId>(touch.number));
  if (touch.key == StaffKey::choose && chosen != list.end()) open_item(turn, *chosen);
}

void on_item(Turn& turn, StaffTouch const& touch) {
  auto page = *turn.stage<ItemPage>();
  bool const key = touch.key == StaffKey::choose && touch.number >= static_cast<int>(ItemKey::test);
  if (key) return on_item_key(turn, std::move(page), static_cast<ItemKey>(touch.number));
  if (page.id == ItemId::touch) return on_touch_check(turn, std::move(page), touch);
  return is_choice(page) ? on_choice(turn, std::move(page), touch) : on_typed(turn, std::move(page), touch);
}

void on_printer_list(Turn& turn, StaffTouch const& touch) {
  auto list = *turn.stage<PrinterList>();
  if (!list.found) return;
  if (touch.key == StaffKey::turn) {
    list.page = turned(list.page, touch.number, list.found->size(), options_per_page);
    return turn.go(std::move(list));
  }
  auto const chosen = static_cast<std::size_t>(touch.number);
  if (touch.key != StaffKey::choose || touch.number < 0 || chosen >= list.found->size()) return;
  list.from.values[0] = SecretText{(*list.found)[chosen].value};
  forget_verdict(list.from);
  turn.go(std::move(list.from));
}

bool step_back(Turn& turn) {
  if (auto const* list = turn.stage<PrinterList>()) {
    turn.go(ItemPage{list->from});
    return true;
  }
  auto* page = turn.stage<ItemPage>();
  if (page != nullptr && page->at > 0) {
    auto const& fields = items::of(page->id).fields;
    // Typed fields share a page: behind it are the choices.
    auto at = page->at;
    while (at > 0 && fields[at].entry != Entry::choice) --at;
    bool const typed = fields[page->at].entry != Entry::choice;
    bool const behind = fields[at].entry == Entry::choice;
    if (behind) {
      page->at = typed ? at : page->at - 1;
      page->page = 0;
      return true;
    }
  }
  if (page != nullptr && !turn.state.guide) {
    turn.open(page->id == ItemId::calibration ? Place::printer : Place::settings);
    return true;
  }
  if (turn.state.guide) guide_back(turn);
  return turn.state.guide.has_value();
}

void heard_of_item(Turn& turn, ItemTried const& tried) {
  auto* trying = turn.stage<Trying>();
  if (trying == nullptr) return;
  turn.state.last_touch = turn.now;
  auto page = trying->page;
  auto draft = trying->draft;
  bool const save_now = trying->then_save && tried.verdict.good;
  page.anyway = trying->then_save && !tried.verdict.good && tried.sound;
  page.proven = tried.verdict.good;
  page.verdict = tried.verdict;
  if (!tried.sound) page.at = tried.verdict.field;
  if (save_now) return keep(turn, std::move(page), std::move(draft));
  turn.go(std::move(page));
}

void heard_of_item(Turn& turn, ItemSaved const& saved) {
  auto* trying = turn.stage<Trying>();
  if (trying == nullptr) return;
  turn.state.last_touch = turn.now;
  auto page = trying->page;
  if (!saved.verdict.good) {
    page.at = saved.verdict.field;
    page.verdict = saved.verdict;
    return turn.go(std::move(page));
  }
  turn.state.draft = trying->draft;
  auto const tested = page.verdict.has_value() && items::of(page.id).tested;
  if (turn.state.guide) {
    return guide_on(turn, {false, tested, tested ? *page.verdict : items::Verdict{true, {}}});
  }
  // The offset is asked for at each print: there is nothing to start anew for.
  if (page.id == ItemId::calibration) return turn.go(Said{Told{true, saved.verdict.text}, Place::printer});
  turn.state.restart_due = true;
  turn.go(ItemSavedPage{page.id});
}

}  // namespace ce::staff_area
