#include "kiosk/journal/recovery.h"

#include <utility>

namespace ce::journal {
namespace {

using protocol::PrintOutcome;

Decision decide_by(ports::JobReport const& job) {
  if (auto const ending = ending_of(job)) return *ending;
  return Follow{job.id};
}

SettleAs unless_counted(ports::JobReport const& job, FailureCode cause) {
  if (job.sheets.value_or(0) > 0) return {PrintOutcome::unknown, cause};
  return {PrintOutcome::failed, cause};
}

}  // namespace

std::optional<SettleAs> ending_of(ports::JobReport const& job) {
  switch (job.state) {
    case ports::JobState::completed:
      return SettleAs{PrintOutcome::sent_to_printer, std::nullopt};
    case ports::JobState::aborted:
      return unless_counted(job, FailureCode::printer_job_aborted);
    case ports::JobState::canceled:
      return unless_counted(job, FailureCode::printer_job_canceled);
    case ports::JobState::waiting:
    case ports::JobState::printing:
    case ports::JobState::held_or_stopped:
      break;
  }
  return std::nullopt;
}

Decision decide(PrintEntry const& entry, PrinterAnswer const& answer) {
  // Never handed over, so no paper moved; the visitor of that time is gone and asks anew.
  if (entry.state == PrintState::requested) {
    return SettleAs{PrintOutcome::failed, FailureCode::internal_fault};
  }
  if (!answer) return AskLater{};
  if (!answer->has_value()) return SettleAs{PrintOutcome::unknown, FailureCode::printer_outcome_unknown};
  return decide_by(**answer);
}

Recovery::Recovery(Journal& journal, ports::Printer& printer, log::Logger const& logger)
    : journal_(&journal), printer_(&printer), logger_(&logger) {}

// Nobody waits for it any more: the visitor went when the kiosk did.
void Recovery::cancel(PrintEntry const& entry, ports::JobId job) {
  auto const cancelled = printer_->cancel(job);
  if (cancelled) return;
  logger_->event(
      log::Event::failure,
      {{"where", "recovery_cancel"}, {"print", entry.id.text()}, {"why", describe(cancelled.failure())}});
}

Result<void> Recovery::settle(PrintEntry const& entry, SettleAs const& end, RecoveryRound& round) {
  CE_CHECK(journal_->settle(entry.id, end.outcome, end.cause));
  CE_TRY(auto now, journal_->find(entry.id));
  round.settled.push_back(std::move(now).value());
  return {};
}

// Staff have it; but a document that was on its way when the answer was lost may have become a job since.
Result<void> Recovery::ask_about_unknown(RecoveryRound& round) {
  CE_TRY(auto const entries, journal_->unresolved());
  for (auto const& entry : entries) {
    auto const answer = printer_->find_job(job_name(entry));
    if (!answer) return {};
    if (!answer->has_value()) continue;
    auto const end = ending_of(**answer);
    if (!end) {
      cancel(entry, (*answer)->id);
      ++round.following;
    } else if (end->outcome != PrintOutcome::unknown) {
      CE_CHECK(settle(entry, *end, round));
    }
  }
  return {};
}

Result<RecoveryRound> Recovery::run() {
  CE_TRY(auto entries, journal_->unsettled());
  RecoveryRound round;
  CE_CHECK(ask_about_unknown(round));
  for (auto const& entry : entries) {
    PrinterAnswer answer = std::optional<ports::JobReport>{};
    if (entry.state != PrintState::requested) answer = printer_->find_job(job_name(entry));
    auto const decision = decide(entry, answer);
    if (auto const* end = std::get_if<SettleAs>(&decision)) {
      if (entry.state == PrintState::submitting && answer->has_value()) {
        CE_CHECK(journal_->mark_submitted(entry.id, (*answer)->id.value));
      }
      CE_CHECK(settle(entry, *end, round));
    } else if (auto const* job = std::get_if<Follow>(&decision)) {
      if (entry.state == PrintState::submitting) CE_CHECK(journal_->mark_submitted(entry.id, job->job.value));
      cancel(entry, job->job);
      ++round.following;
    } else {
      ++round.waiting;
      logger_->event(
          log::Event::failure,
          {{"where", "recovery"}, {"print", entry.id.text()}, {"why", describe(answer.failure())}});
    }
  }
  return round;
}

}  // namespace ce::journal
