#include "kiosk/runner/inquiries.h"

namespace ce::runner {

Inquiries::Inquiries(sync::PersonLookup& people, sync::KeyShelf const& keys, ports::Central& central,
                     Mailbox& mailbox, ConditionBoard& board, log::Logger const& logger)
    : people_(&people),
      keys_(&keys),
      central_(&central),
      mailbox_(&mailbox),
      board_(&board),
      logger_(&logger),
      worker_(std::chrono::hours{1}, nullptr) {}

void Inquiries::find(session::FindPerson what, session::VisitId visit) {
  worker_.give([this, what = std::move(what), visit] {
    auto found = people_->find(what.query);
    if (!found) {
      auto const code = found.failure().code;
      logger_->event(log::Event::failure, {{"stage", "find_person"}, {"code", name_of(code)}});
      mailbox_->post(visit, session::PersonNotFound{code});
      return;
    }
    board_->central_online(!found->from_cache);
    mailbox_->post(visit, session::PersonFound{std::move(found->years), found->from_cache});
  });
}

void Inquiries::verify(session::AskVerification what, session::VisitId visit) {
  worker_.give([this, what = std::move(what), visit] {
    auto answer = central_->verify(what.number);
    if (answer) {
      mailbox_->post(visit, session::Verified{std::move(answer).value()});
    } else {
      logger_->event(log::Event::failure, {{"stage", "verify"}, {"code", name_of(answer.failure().code)}});
      mailbox_->post(visit, session::VerifyFailed{answer.failure().code});
    }
  });
}

// Only of a token that holds: a forged one must not borrow a real certificate's facts.
std::optional<protocol::Verification> Inquiries::registered(token::Examination const& found) {
  if (found.fault || !board_->now().central_online) return std::nullopt;
  auto answer = central_->verify(found.token->facts.number);
  if (answer) return std::move(answer).value();
  logger_->event(log::Event::failure, {{"stage", "verify"}, {"code", name_of(answer.failure().code)}});
  return std::nullopt;
}

void Inquiries::examine(session::ExamineToken what, session::VisitId visit) {
  worker_.give([this, what = std::move(what), visit] {
    auto check = keys_->examine(what.scanned);
    session::TokenAnswer answer{
        std::move(check.examination), std::move(check.authority), check.as_of, check.list_old, {}};
    answer.registered = registered(answer.examination);
    mailbox_->post(visit, session::TokenExamined{std::move(answer)});
  });
}

}  // namespace ce::runner
