// After the hand-over: what the printer says of the job, and prints that a crash left open.
#include <algorithm>
#include <thread>

#include "kiosk/runner/print_desk.h"

namespace ce::runner {
namespace {

constexpr std::chrono::milliseconds ask_every{250};
// A printer that is silent for longer is left to recovery; the visitor is sent to the counter.
constexpr std::chrono::seconds silent_at_most{30};
// So is a job that does not end though it was cancelled: the next visitor must not wait for it.
constexpr std::chrono::seconds ends_at_most{30};
constexpr std::chrono::seconds printer_look_every{5};
// A document that is on its way longer than this has died with its connection.
constexpr std::chrono::minutes doubt_lasts{10};

protocol::PrintOutcome outcome_of(journal::PrintState state) {
  if (state == journal::PrintState::failed) return protocol::PrintOutcome::failed;
  if (state == journal::PrintState::unknown) return protocol::PrintOutcome::unknown;
  return protocol::PrintOutcome::sent_to_printer;
}

std::optional<FailureCode> holding(ports::JobReport const& report) {
  if (!report.problems.empty()) return report.problems.front();
  if (report.state == ports::JobState::held_or_stopped) return FailureCode::printer_job_held;
  return std::nullopt;
}

}  // namespace

void PrintDesk::tell_progress(session::VisitId visit, int year, ports::JobReport const& report,
                              std::optional<session::PrintAdvanced>& said) {
  auto const held = holding(report);
  session::PrintAdvanced const now{year, held ? session::PrintStage::held : session::PrintStage::printing,
                                   held};
  if (said && said->stage == now.stage && said->holding == now.holding) return;
  if (held) {
    parts_.logger->event(log::Event::failure, {{"stage", "print_held"}, {"code", name_of(*held)}});
  }
  mailbox_->post(visit, now);
  // Whoever comes next is told before they press 打印.
  board_->printer_problem(held);
  said = now;
}

PrintDesk::Ending PrintDesk::follow(journal::PrintEntry const& entry, ports::JobId job,
                                    session::VisitId visit) {
  Tick heard = parts_.clock->tick();
  std::optional<Tick> cancelled;
  std::optional<session::PrintAdvanced> said;
  while (!worker_.stopping()) {
    worker_.beat();
    auto const report = parts_.printer->job(job);
    // Numbers begin anew in a printer that was switched off or replaced: another's job is not ours.
    bool const is_ours = report && (report->name.empty() || report->name == journal::job_name(entry));
    if (report && is_ours) {
      heard = parts_.clock->tick();
      if (auto const ending = journal::ending_of(*report)) {
        if (ending->outcome == protocol::PrintOutcome::sent_to_printer) parts_.reached("printed");
        return settle(entry, {ending->outcome, ending->cause});
      }
      tell_progress(visit, entry.certificate.year, *report, said);
      if (has_gone(visit) && !cancelled && parts_.printer->cancel(job)) cancelled = heard;
      if (cancelled && heard - *cancelled > ends_at_most) break;
    } else if (report || report.failure().code == FailureCode::printer_outcome_unknown) {
      // The printer forgot the job, as after a power cut of its own: staff look for the sheet.
      return settle(entry, {protocol::PrintOutcome::unknown, FailureCode::printer_outcome_unknown});
    } else if (parts_.clock->tick() - heard > silent_at_most) {
      break;
    }
    std::this_thread::sleep_for(ask_every);
  }
  return left_open();
}

void PrintDesk::doubt() {
  doubt_until_ = parts_.clock->tick() + doubt_lasts;
}

void PrintDesk::look_soon() {
  next_look_ = std::min(next_look_, parts_.clock->tick());
}

void PrintDesk::look_after() {
  Tick const now = parts_.clock->tick();
  if (next_look_ == Tick{}) doubt();  // a crash may have left some
  if (now < next_look_) return;
  next_look_ = now + printer_look_every;
  auto const status = parts_.printer->status();
  if (!status) {
    board_->printer_problem(status.failure().code);
  } else {
    supplies_ = {.toner_percent = status->toner_percent,
                 .toner_low = status->toner_low,
                 .paper_low = status->paper_low};
    auto const placement = may_print(*status);
    board_->printer_problem(placement ? std::nullopt : std::optional{placement.failure().code});
  }
  note_paper();  // staff may have loaded a range meanwhile
  if (open_prints_ || now < doubt_until_) recover();
}

void PrintDesk::recover() {
  auto const round = recovery_->run();
  if (round) {
    for (auto const& entry : round->settled) {
      parts_.settled(entry.certificate.number, outcome_of(entry.state));
    }
    open_prints_ = !round->finished();
  }
  note_unresolved();
}

// A number that is void must not lie in the tray as the next sheet, and none must be missing.
Result<void> PrintDesk::paper_is_ready(bool preprinted) const {
  CE_CHECK(parts_.journal->ready());
  CE_TRY(auto const count, parts_.journal->paper());
  if (count.left <= 0) return Failure{FailureCode::paper_exhausted, "load a new range: ce-kiosk paper load"};
  if (!preprinted) return {};
  CE_TRY(bool const due, parts_.journal->paper_check_due());
  if (due) return Failure{FailureCode::paper_unchecked, "say which sheet lies on top: ce-kiosk paper next"};
  return {};
}

// How many numbers are left where they are few; the home screen says it to staff.
std::optional<std::int64_t> PrintDesk::note_paper() {
  auto const count = parts_.journal->paper();
  if (!count) return std::nullopt;
  auto const low = count->left <= parts_.warn_left ? std::optional{count->left} : std::nullopt;
  board_->paper_low(low);
  supplies_.blanks_left = std::max<std::int64_t>(count->left, 0);
  supplies_.blanks_low = low.has_value();
  board_->supplies(supplies_);
  return low;
}

void PrintDesk::note_unresolved() {
  if (auto const open = parts_.journal->unresolved())
    board_->prints_unresolved(static_cast<int>(open->size()));
}

}  // namespace ce::runner
