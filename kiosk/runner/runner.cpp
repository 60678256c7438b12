#include "kiosk/runner/runner.h"

#include "kiosk/session/step.h"

namespace ce::runner {

CardWatch::Duty duty_in(session::State const& state) {
  using Duty = CardWatch::Duty;
  if (session::accepts_card(state)) return Duty::read_cards;
  if (std::holds_alternative<session::TakeCard>(state.stage)) return Duty::await_lifting;
  bool const nobody = std::holds_alternative<session::Home>(state.stage) && !state.visitor;
  return nobody ? Duty::be_there : Duty::rest;
}

void Runner::perform(std::vector<session::Effect> effects, session::State const& state) {
  desk_->serve(state.visit);
  for (auto& effect : effects) {
    if (auto* find = std::get_if<session::FindPerson>(&effect))
      inquiries_->find(std::move(*find), state.visit);
    if (auto* ask = std::get_if<session::AskVerification>(&effect))
      inquiries_->verify(std::move(*ask), state.visit);
    if (auto* examine = std::get_if<session::ExamineToken>(&effect))
      inquiries_->examine(std::move(*examine), state.visit);
    if (auto* print = std::get_if<session::PrintCertificate>(&effect))
      desk_->print(std::move(*print), state.visit);
  }
  cards_->assign(duty_in(state), state.visit);
}

}  // namespace ce::runner
