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
  // The visit is taken first: a card that is read while the visit changes belongs to neither.
  session::VisitId const visit = visit_;
  switch (duty_.load()) {
    case Duty::rest:
      return;
    case Duty::read_cards:
      return read_card(visit);
    case Duty::await_lifting:
      return see_whether_lifted(visit);
  }
}

void CardWatch::read_card(session::VisitId visit) {
  auto polled = reader_->poll();
  if (!polled) {
    auto const code = polled.failure().code;
    if (code == FailureCode::card_unreadable) {
      logger_->event(log::Event::card_refused, {{"code", name_of(code)}});
      mailbox_->post(visit, session::CardRefused{code});
      return;
    }
    if (reader_was_ok_) logger_->event(log::Event::reader_lost, {{"code", name_of(code)}});
    reader_was_ok_ = false;
    board_->reader_ok(false);
    return;
  }
  if (!reader_was_ok_) logger_->event(log::Event::reader_connected);
  reader_was_ok_ = true;
  board_->reader_ok(true);
  if (!polled->has_value()) return;

  auto identity = identity::identity_from_card((*polled)->reveal(), china_date(clock_->now()));
  if (!identity) {
    logger_->event(log::Event::card_refused, {{"code", name_of(identity.failure().code)}});
    mailbox_->post(visit, session::CardRefused{identity.failure().code});
    return;
  }
  logger_->event(log::Event::card_read);
  mailbox_->post(visit, session::CardRead{std::move(identity).value()});
}

void CardWatch::see_whether_lifted(session::VisitId visit) {
  auto const present = reader_->card_present();
  // A reader that cannot tell leaves the reminder to its time limit.
  if (present && present->has_value() && !**present) mailbox_->post(visit, session::CardLifted{});
}

}  // namespace ce::runner
