// Between the screens of one visit, and out of it.
#include "kiosk/session/step.h"
#include "kiosk/session/turn.h"

namespace ce::session {
namespace {

bool has_years(Turn const& turn) {
  return turn.state.visitor && turn.state.visitor->years;
}

int newest_year(Turn const& turn) {
  auto const& years = turn.state.visitor->years->years;
  return years.empty() ? turn.today.year() : years.front().year;
}

}  // namespace

void on(Turn& turn, ShowYear const& event) {
  if (has_years(turn) && (turn.at<Progress>() || turn.at<Certificates>()) &&
      year_of(turn, event.year) != nullptr) {
    turn.go(Progress{event.year, 0});
  }
}

void on(Turn& turn, ShowCertificates const& /*event*/) {
  if (turn.at<Progress>()) turn.go(Certificates{});
}

void on(Turn& turn, TurnPage const& event) {
  // The presenter knows how many fit on a page and never offers a turn beyond the last.
  if (auto* progress = turn.stage<Progress>()) progress->page = std::max(0, progress->page + event.by);
  if (auto* list = turn.stage<Certificates>()) list->page = std::max(0, list->page + event.by);
}

void on(Turn& turn, Back const& /*event*/) {
  if (auto* entry = turn.stage<NumberEntry>(); entry != nullptr && entry->field == EntryField::password) {
    turn.go(NumberEntry{EntryField::id_number, entry->id_number, {}, {}});
  } else if (auto const* preview = turn.stage<PrintPreview>()) {
    turn.go(Progress{preview->year, 0});
  } else if (turn.at<VerifyResult>()) {
    turn.go(VerifyEntry{});
  } else if (turn.at<Certificates>() || (turn.at<Fault>() && has_years(turn))) {
    turn.go(Progress{newest_year(turn), 0});
  } else if (!turn.at<Printing>() && !turn.at<Home>() && !turn.at<TakeCard>() && !turn.at<TakePaper>()) {
    end_visit(turn);
  }
}

void on(Turn& turn, Exit const& /*event*/) {
  // While paper moves the visitor stays: the sheet carries a name. A job that is held up is cancelled.
  bool const paper_moves = turn.at<Printing>() && !is_held(turn.state);
  if (turn.at<TakeCard>()) {
    go_home(turn);
  } else if (!turn.at<Home>() && !paper_moves) {
    end_visit(turn);
  }
}

void on(Turn& /*turn*/, Stay const& /*event*/) {}

void on(Turn& turn, Retry const& /*event*/) {
  auto const* fault = turn.stage<Fault>();
  if (fault == nullptr) return;
  if (std::holds_alternative<Searching>(fault->again)) {
    turn.ask(FindPerson{{turn.state.visitor->identity.id_number, protocol::ByCard{}}});
  }
  std::visit(
      [&turn](auto stage) {
        if constexpr (!std::is_same_v<decltype(stage), std::monostate>) turn.go(std::move(stage));
      },
      Again{fault->again});
}

void on(Turn& turn, SurroundingsChanged const& event) {
  turn.state.surroundings = event.now;
}

}  // namespace ce::session
