#pragma once

#include "kiosk/ports/central.h"
#include "kiosk/runner/condition_board.h"
#include "kiosk/runner/mailbox.h"
#include "kiosk/runner/worker.h"
#include "kiosk/session/effect.h"
#include "kiosk/sync/key_shelf.h"
#include "kiosk/sync/person_lookup.h"
#include "shared/log/log.h"

namespace ce::runner {

/// Asks central, or the cache, on a thread of its own: a person's years, a certificate's validity.
/// Everything is borrowed and outlives it; `central` is used by this thread alone.
class Inquiries {
 public:
  Inquiries(sync::PersonLookup& people, sync::KeyShelf const& keys, ports::Central& central, Mailbox& mailbox,
            ConditionBoard& board, log::Logger const& logger);

  void start() { worker_.start(); }
  void stop() { worker_.stop(); }
  [[nodiscard]] service::Pulse const& pulse() const { return worker_.pulse(); }

  /// Answers PersonFound or PersonNotFound to that visit.
  void find(session::FindPerson what, session::VisitId visit);
  /// Answers Verified or VerifyFailed to that visit.
  void verify(session::AskVerification what, session::VisitId visit);
  /// Answers TokenExamined to that visit: by what is known here, and by the register as well where the
  /// network is there.
  void examine(session::ExamineToken what, session::VisitId visit);

 private:
  [[nodiscard]] std::optional<protocol::Verification> by_number(std::string const& number);
  void ask_register(session::TokenAnswer& answer);

  sync::PersonLookup* people_;
  sync::KeyShelf const* keys_;
  ports::Central* central_;
  Mailbox* mailbox_;
  ConditionBoard* board_;
  log::Logger const* logger_;
  Worker worker_;
};

}  // namespace ce::runner
