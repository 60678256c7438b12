// Numbered stock: what staff type, and the orders that come of it.
#include "kiosk/staff/pin.h"
#include "kiosk/staff_area/blank_text.h"
#include "kiosk/staff_area/step.h"
#include "kiosk/staff_area/turn.h"

namespace ce::staff_area {
namespace {

using session::StaffKey;
using session::StaffTouch;

constexpr std::size_t longest_number = 24;

/// The order for a number and, where one was chosen, its reason.
void act(Turn& turn, Numbering const& page) {
  auto const blank = parse_blank(page.number);
  if (!blank) return;
  staff::Order order;
  bool const ledger = page.task == PaperTask::accept_ledger;
  order.task = ledger                              ? staff::Task::accept_ledger
               : page.task == PaperTask::top_sheet ? staff::Task::top_sheet
                                                   : staff::Task::void_blank;
  order.number = page.number;
  order.serial = blank->serial;
  order.reason = page.reason;
  turn.obey(std::move(order), ledger ? Place::health : Place::paper);
}

/// A reason is needed for sheets that are passed over, not for the one that was expected.
bool needs_reason(Turn const& turn, Numbering const& page) {
  if (page.task == PaperTask::accept_ledger) return false;
  bool const expected = turn.state.paper && turn.state.paper->next == page.number;
  return page.task == PaperTask::declare_void || !expected;
}

/// A sheet on top of the tray is one of the range in use.
bool fits(State const& state, Numbering const& page) {
  auto const blank = parse_blank(page.number);
  if (!blank || page.task == PaperTask::declare_void) return blank.has_value();
  auto const next = state.paper && state.paper->next ? parse_blank(*state.paper->next) : std::nullopt;
  if (!next && page.task == PaperTask::accept_ledger) return true;  // its ranges were lost with the old one
  return next && next->prefix == blank->prefix && next->digits == blank->digits;
}

}  // namespace

bool may_confirm(State const& state) {
  if (auto const* page = std::get_if<Numbering>(&state.stage)) return fits(state, *page);
  if (auto const* page = std::get_if<NewPin>(&state.stage)) {
    return staff::check_pin(page->first).ok() && (!page->at_again || page->first == page->again);
  }
  if (auto const* page = std::get_if<ItemPage>(&state.stage)) {
    if (page->id != items::ItemId::pin) return true;
    return staff::check_pin(page->values[0]).ok() && (page->at == 0 || page->values[0] == page->values[1]);
  }
  if (auto const* page = std::get_if<NewCard>(&state.stage)) return !page->label.empty();
  auto const* page = std::get_if<Loading>(&state.stage);
  if (page == nullptr) return false;
  auto const first = parse_blank(page->first);
  if (!page->at_last) return first.has_value();
  auto const last = parse_blank(page->last);
  return first && last && is_run(*first, *last);
}

void on_paper(Turn& turn, StaffTouch const& touch) {
  if (touch.key != StaffKey::choose) return;
  auto const task = static_cast<PaperTask>(touch.number);
  if (task == PaperTask::report) return ask_report(turn, 0);
  if (!turn.state.numbered) return;  // plain paper has no numbers to load or to read off
  if (task == PaperTask::load) return turn.go(Loading{});
  turn.go(Numbering{task, {}, false});
}

void ask_report(Turn& turn, int days_ago) {
  staff::Order order;
  order.task = staff::Task::report_paper;
  order.days_ago = days_ago;
  turn.obey(std::move(order), Place::paper);
  turn.stage<Working>()->report = days_ago;
}

void on_report(Turn& turn, Said const& said, StaffTouch const& touch) {
  int const day = *said.report - touch.number;
  if (touch.key == StaffKey::turn && day >= 0) ask_report(turn, day);
}

void on_loading(Turn& turn, StaffTouch const& touch) {
  auto& page = *turn.stage<Loading>();
  if (touch.key == StaffKey::choose) page.at_last = touch.number == 1;
  if (type(page.at_last ? page.last : page.first, longest_number, touch)) return;
  if (touch.key != StaffKey::confirm || !may_confirm(turn.state)) return;
  if (!page.at_last) {
    // Both begin alike: what is left to type is the end.
    if (page.last.empty()) page.last = parse_blank(page.first)->prefix;
    page.at_last = true;
    return;
  }
  auto const first = parse_blank(page.first);
  auto const last = parse_blank(page.last);
  staff::Order order;
  order.task = staff::Task::load_paper;
  order.range = {first->prefix, first->digits, first->serial, last->serial};
  turn.obey(std::move(order), Place::paper);
}

void on_numbering(Turn& turn, StaffTouch const& touch) {
  auto page = *turn.stage<Numbering>();
  auto const chosen = static_cast<std::size_t>(touch.number);
  if (page.reasons && !page.reason.empty()) {
    if (touch.key == StaffKey::confirm) act(turn, page);
    return;
  }
  if (page.reasons && touch.key == StaffKey::choose && chosen < void_reasons.size()) {
    page.reason = void_reasons.at(chosen);
    return turn.go(std::move(page));
  }
  if (page.reasons) return;
  if (type(page.number, longest_number, touch)) return turn.go(std::move(page));
  if (touch.key != StaffKey::confirm || !may_confirm(turn.state)) return;
  if (!needs_reason(turn, page)) return act(turn, page);
  page.reasons = true;
  turn.go(std::move(page));
}

bool back_in_numbering(Turn& turn) {
  auto* page = turn.stage<Numbering>();
  if (page == nullptr || !page->reasons) return false;
  if (page->reason.empty()) page->reasons = false;
  page->reason.clear();
  return true;
}

}  // namespace ce::staff_area
