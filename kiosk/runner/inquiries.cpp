#include "kiosk/runner/inquiries.h"

namespace ce::runner {

Inquiries::Inquiries(sync::PersonLookup& people, ports::Central& central, Mailbox& mailbox,
                     ConditionBoard& board, log::Logger const& logger)
    : people_(&people),
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

}  // namespace ce::runner
