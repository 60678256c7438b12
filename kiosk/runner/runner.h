#pragma once

#include <vector>

#include "kiosk/runner/card_watch.h"
#include "kiosk/runner/inquiries.h"
#include "kiosk/runner/print_desk.h"
#include "kiosk/session/effect.h"
#include "kiosk/session/state.h"

namespace ce::runner {

/// What the reader is to do while a visit is so: cards are looked for only where one may be laid.
[[nodiscard]] CardWatch::Duty duty_in(session::State const& state);

/// Hands each Effect to the worker whose business it is. Called on the interface thread; never waits.
class Runner {
 public:
  /// All borrowed; they outlive the runner.
  Runner(CardWatch& cards, Inquiries& inquiries, PrintDesk& desk)
      : cards_(&cards), inquiries_(&inquiries), desk_(&desk) {}

  /// What step() asked for, and the state it left: which visit is on, whether a card may be laid.
  void perform(std::vector<session::Effect> effects, session::State const& state);

 private:
  CardWatch* cards_;
  Inquiries* inquiries_;
  PrintDesk* desk_;
};

}  // namespace ce::runner
