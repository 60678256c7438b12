#pragma once

#include <atomic>
#include <chrono>
#include <optional>

#include "kiosk/ports/card_reader.h"
#include "kiosk/runner/condition_board.h"
#include "kiosk/runner/lending.h"
#include "kiosk/runner/mailbox.h"
#include "kiosk/runner/worker.h"
#include "shared/base/clock.h"
#include "shared/log/log.h"

namespace ce::runner {

/// Looks for cards on a thread of its own: while cards are accepted, reads the one that is laid; while a card
/// is to be taken, looks whether it still lies there. Everything is borrowed and outlives it.
class CardWatch {
 public:
  CardWatch(ports::CardReader& reader, Mailbox& mailbox, ConditionBoard& board, Clock const& clock,
            log::Logger const& logger);

  void start() { worker_.start(); }
  void stop() { worker_.stop(); }
  [[nodiscard]] service::Pulse const& pulse() const { return worker_.pulse(); }

  /// What the reader is to do from now on, for that visit. Any thread; never waits. `be_there`: no card may
  /// be laid, but staff and central are to know whether it is plugged in.
  enum class Duty : std::uint8_t { rest, read_cards, await_lifting, be_there };
  void assign(Duty duty, session::VisitId visit);
  /// While staff try the reader no card is looked for.
  [[nodiscard]] Lending& lending() { return lending_; }

 private:
  void look();
  bool find_card();
  void read_card(session::VisitId visit);
  void note_reader(std::optional<FailureCode> trouble);
  void see_whether_lifted(session::VisitId visit);

  ports::CardReader* reader_;
  Mailbox* mailbox_;
  ConditionBoard* board_;
  Clock const* clock_;
  log::Logger const* logger_;
  std::atomic<Duty> duty_{Duty::rest};
  std::atomic<session::VisitId> visit_{0};
  bool reader_was_ok_ = true;
  Lending lending_;
  Worker worker_;
};

}  // namespace ce::runner
