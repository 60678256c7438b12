#include "kiosk/runner/card_watch.h"

#include "shared/identity/card.h"

namespace ce::runner {
namespace {

// Fast enough that a laid card feels noticed at once, slow enough to leave the reader idle most of the time.
constexpr std::chrono::milliseconds look_every{150};

}  // namespace

CardWatch::CardWatch(ports::CardReader& reader, Mailbox& mailbox, ConditionBoard& board, Clock const& clock,
                     log::Logger const& logger)
    : reader_(&reader),
      mailbox_(&mailbox),
      board_(&board),
      clock_(&clock),
      logger_(&logger),
      worker_(look_every, [this] { look(); }) {}

void CardWatch::assign(Duty duty, session::VisitId visit) {
  visit_ = visit;
  duty_ = duty;
}

void CardWatch::look() {
  if (lending_.is_lent([this] { reader_->let_go(); })) return;
  // The visit is taken first: a card that is read while the visit changes belongs to neither.
  session::VisitId const visit = visit_;
  switch (duty_.load()) {
    case Duty::rest:
      return;
    case Duty::read_cards:
      if (find_card()) read_card(visit);
      return;
    case Duty::await_lifting:
      return see_whether_lifted(visit);
    case Duty::be_there: {
      auto const there = reader_->check();
      return note_reader(there ? std::nullopt : std::optional{there.failure().code});
    }
  }
}

bool CardWatch::find_card() {
  auto const found = reader_->find();
  note_reader(found ? std::nullopt : std::optional{found.failure().code});
  return found && *found;
}

void CardWatch::read_card(session::VisitId visit) {
  mailbox_->post(visit, session::CardFound{});
  auto const text = reader_->read();
  bool const reader_failed = !text && text.failure().code != FailureCode::card_unreadable;
  if (reader_failed) note_reader(text.failure().code);
  auto identity = text ? identity::identity_from_card(text->reveal(), china_date(clock_->now()))
                       : Result<identity::Identity>{text.failure()};
  if (!identity) {
    logger_->event(log::Event::card_refused, {{"code", name_of(identity.failure().code)}});
    mailbox_->post(visit, session::CardRefused{identity.failure().code});
    return;
  }
  logger_->event(log::Event::card_read);
  mailbox_->post(visit, session::CardRead{std::move(identity).value()});
}

void CardWatch::note_reader(std::optional<FailureCode> trouble) {
  if (trouble && reader_was_ok_) logger_->event(log::Event::reader_lost, {{"code", name_of(*trouble)}});
  if (!trouble && !reader_was_ok_) logger_->event(log::Event::reader_connected);
  reader_was_ok_ = !trouble;
  board_->reader_ok(!trouble);
}

void CardWatch::see_whether_lifted(session::VisitId visit) {
  auto const present = reader_->card_present();
  if (!present) return;
  if (present->has_value()) {
    if (!**present) mailbox_->post(visit, session::CardLifted{});
    return;
  }
  // This reader cannot tell; but what it finds now is the next card, so the last one is gone.
  if (!find_card()) return;
  mailbox_->post(visit, session::CardLifted{});
  read_card(visit);
}

}  // namespace ce::runner
