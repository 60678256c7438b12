// After the hand-over: what the printer says of the job, and prints that a crash left open.
#include <thread>

#include "kiosk/runner/print_desk.h"

namespace ce::runner {
namespace {

constexpr std::chrono::milliseconds ask_every{250};
// A printer that is silent for longer is left to recovery; the visitor is sent to the counter.
constexpr std::chrono::seconds silent_at_most{30};
constexpr std::chrono::seconds printer_look_every{5};

}  // namespace

PrintDesk::Ending PrintDesk::follow(journal::PrintEntry const& entry, ports::JobId job,
                                    session::VisitId visit) {
  Tick heard = parts_.clock->tick();
  bool cancelled = false;
  std::optional<session::PrintAdvanced> said;
  while (!worker_.stopping()) {
    auto const report = parts_.printer->job(job);
    if (report) {
      heard = parts_.clock->tick();
      switch (report->state) {
        case ports::JobState::completed:
          parts_.reached("printed");
          return settle(entry, {protocol::PrintOutcome::sent_to_printer, {}});
        case ports::JobState::aborted:
          return settle(entry, {protocol::PrintOutcome::failed, FailureCode::printer_job_aborted});
        case ports::JobState::canceled:
          return settle(entry, {protocol::PrintOutcome::failed, FailureCode::printer_job_canceled});
        case ports::JobState::waiting:
        case ports::JobState::printing:
        case ports::JobState::held_or_stopped:
          break;
      }
      bool const held = !report->problems.empty();
      session::PrintAdvanced now{held ? session::PrintStage::held : session::PrintStage::printing, {}};
      if (held) now.holding = report->problems.front();
      if (!said || said->stage != now.stage || said->holding != now.holding) {
        advance(visit, now.stage, now.holding);
        said = now;
      }
      if (visit_ != visit && !cancelled) cancelled = parts_.printer->cancel(job).ok();
    } else if (report.failure().code == FailureCode::printer_outcome_unknown) {
      // The printer forgot the job, as after a power cut of its own: staff look for the sheet.
      return settle(entry, {protocol::PrintOutcome::unknown, FailureCode::printer_outcome_unknown});
    } else if (parts_.clock->tick() - heard > silent_at_most) {
      break;
    }
    std::this_thread::sleep_for(ask_every);
  }
  return left_open();
}

void PrintDesk::look_after() {
  Tick const now = parts_.clock->tick();
  if (now < next_look_) return;
  next_look_ = now + printer_look_every;
  auto const status = parts_.printer->status();
  if (!status) {
    board_->printer_problem(status.failure().code);
  } else {
    board_->printer_problem(status->problems.empty() ? std::nullopt
                                                     : std::optional{status->problems.front()});
  }
  if (open_prints_) {
    auto const round = recovery_->run();
    if (round) {
      for (auto const& entry : round->settled) {
        auto const outcome = entry.state == journal::PrintState::failed
                                 ? protocol::PrintOutcome::failed
                                 : protocol::PrintOutcome::sent_to_printer;
        parts_.settled(entry.certificate.number, outcome);
      }
      open_prints_ = !round->finished();
    }
    note_unresolved();
  }
}

void PrintDesk::note_unresolved() {
  if (auto const open = parts_.journal->unresolved())
    board_->prints_unresolved(static_cast<int>(open->size()));
}

}  // namespace ce::runner
