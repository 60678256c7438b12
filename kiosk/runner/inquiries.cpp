#include "kiosk/runner/inquiries.h"

#include "shared/identity/mask.h"

namespace ce::runner {
namespace {

/// As it would be told of the number, and what only who holds the sheet is told. Nothing where the code alone
/// does not say it.
std::optional<protocol::Verification> told_by_code(protocol::TokenVerification const& told,
                                                   std::string const& number) {
  protocol::Verification answer;
  answer.number = number;
  if (told.verdict == "not_registered") return answer;  // signed, and the register says otherwise
  bool const void_since = told.verdict == "revoked";
  if ((told.verdict != "genuine" && !void_since) || told.number != number) return std::nullopt;
  answer.state = void_since ? protocol::VerificationState::revoked : protocol::VerificationState::valid;
  answer.year = told.year;
  answer.authority = told.authority;
  answer.issue_date = told.issue_date;
  answer.masked_name = identity::mask_name(told.name.reveal());  // others stand behind whoever scans
  answer.blank_numbers = told.blank_numbers;
  return answer;
}

std::optional<token::Fault> key_fault(std::string_view verdict) {
  for (auto const fault : {token::Fault::key_revoked, token::Fault::key_expired, token::Fault::key_retired}) {
    if (token::word_of(fault) == verdict) return fault;
  }
  return std::nullopt;
}

}  // namespace

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

std::optional<protocol::Verification> Inquiries::by_number(std::string const& number) {
  auto answer = central_->verify(number);
  if (answer) return std::move(answer).value();
  logger_->event(log::Event::failure, {{"stage", "verify"}, {"code", name_of(answer.failure().code)}});
  return std::nullopt;
}

// Only of a token that holds: a forged one must not borrow a real certificate's facts.
void Inquiries::ask_register(session::TokenAnswer& answer) {
  auto& found = answer.examination;
  if (found.fault || !board_->now().central_online) return;
  auto const& number = found.token->facts.number;
  auto const told = central_->verify_token(token::text_of(found.token->payload, found.token->signature));
  if (told) {
    // A key that was withdrawn since this kiosk heard of it last.
    found.fault = key_fault(told->verdict);
    if (found.fault) return;
    if (!found.revocation) found.revocation = told->revocation;
    answer.registered = told_by_code(*told, number);
  } else {
    logger_->event(log::Event::failure, {{"stage", "verify_token"}, {"code", name_of(told.failure().code)}});
  }
  // What is only told by the number: what became of a lost one; and all, by a central of before.
  if (!answer.registered) answer.registered = by_number(number);
}

void Inquiries::examine(session::ExamineToken what, session::VisitId visit) {
  worker_.give([this, what = std::move(what), visit] {
    auto check = keys_->examine(what.scanned);
    session::TokenAnswer answer{
        std::move(check.examination), std::move(check.authority), check.as_of, check.list_old, {}};
    ask_register(answer);
    mailbox_->post(visit, session::TokenExamined{std::move(answer)});
  });
}

}  // namespace ce::runner
