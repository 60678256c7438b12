#include "kiosk/runner/runner.h"

#include "kiosk/session/step.h"

namespace ce::runner {

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
  using Duty = CardWatch::Duty;
  Duty duty = Duty::rest;
  if (session::accepts_card(state)) duty = Duty::read_cards;
  if (std::holds_alternative<session::TakeCard>(state.stage)) duty = Duty::await_lifting;
  cards_->assign(duty, state.visit);
}

}  // namespace ce::runner
