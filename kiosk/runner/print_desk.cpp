#include "kiosk/runner/print_desk.h"

#include "shared/certificate_pdf/render.h"

namespace ce::runner {
namespace {

constexpr std::chrono::milliseconds spool_look_every{1000};

certificate::Sheet sheet_of(session::PrintCertificate const& what, std::string const& blank_number,
                            std::string const& seal) {
  certificate::Sheet sheet;
  sheet.number = what.certificate.number;
  sheet.name = what.name.reveal();
  sheet.year = what.year;
  sheet.authority = what.certificate.authority;
  sheet.issue_date = what.certificate.issue_date.value_or(Date{});
  sheet.blank_number = blank_number;
  sheet.verify_url = what.certificate.verify_url;
  sheet.seal_mode = what.certificate.seal_mode;
  sheet.reprint = what.certificate.reprint_mark;
  sheet.seal_png = seal;
  return sheet;
}

}  // namespace

PrintDesk::PrintDesk(PrintParts parts, Mailbox& mailbox, ConditionBoard& board)
    : parts_(std::move(parts)),
      mailbox_(&mailbox),
      board_(&board),
      recovery_(std::in_place, *parts_.journal, *parts_.printer, *parts_.logger),
      worker_(spool_look_every, [this] { look_after(); }) {}

void PrintDesk::print(session::PrintCertificate what, session::VisitId visit) {
  worker_.give([this, what = std::move(what), visit] {
    auto const ended = run(what, visit);
    if (ended) {
      parts_.logger->event(log::Event::print_settled, {{"outcome", static_cast<int>(ended->outcome)}});
      mailbox_->post(visit, session::PrintEnded{what.year, ended->outcome, ended->cause});
    } else {
      parts_.logger->event(
          log::Event::failure,
          {{"stage", "print"}, {"code", name_of(ended.failure().code)}, {"detail", ended.failure().detail}});
      mailbox_->post(visit,
                     session::PrintEnded{what.year, protocol::PrintOutcome::failed, ended.failure().code});
      look_soon();  // whoever comes next is told before they press 打印
    }
    note_unresolved();
  });
}

void PrintDesk::advance(session::VisitId visit, int year, session::PrintStage stage) {
  mailbox_->post(visit, session::PrintAdvanced{year, stage, {}});
}

// Everything that can be found wrong before a number and a sheet are used up.
Result<certificate_pdf::Placement> PrintDesk::ready_to_print(session::PrintCertificate const& what) {
  // The region's copy knows no names: what it shows is printed after central was asked about the person.
  if (what.name.reveal().empty())
    return Failure{FailureCode::grant_needed, "known from the region's copy alone"};
  if (!fonts_) {
    CE_TRY(auto fonts, certificate_pdf::Fonts::open(parts_.fonts));
    fonts_ = std::move(fonts);
  }
  if (!what.certificate.issue_date)
    return Failure{FailureCode::certificate_not_printable, "no date of issue"};
  CE_CHECK(parts_.check(sheet_of(what, {}, {}), *fonts_));
  CE_TRY(auto const status, parts_.printer->status());
  return may_print(status);
}

// Where this printer prints, or why nothing may be printed on it.
Result<certificate_pdf::Placement> PrintDesk::may_print(ports::PrinterStatus const& status) const {
  if (!parts_.is_known(status)) return Failure{FailureCode::printer_replaced, status.make_and_model};
  if (!status.problems.empty()) return Failure{status.problems.front(), "printer-state-reasons"};
  CE_TRY(auto const placement, parts_.placement(status));
  CE_CHECK(paper_is_ready(placement.preprinted));
  return placement;
}

// One that cannot be drawn must not cost a number and a sheet: the drawn seal takes its place.
std::string PrintDesk::usable_seal(protocol::CertificateLine const& certificate) const {
  if (certificate.seal_mode != certificate::SealMode::e_seal) return {};
  auto seal = parts_.seal_for(certificate);
  if (seal.empty()) return seal;
  auto const usable = certificate_pdf::check_seal_picture(seal, *fonts_);
  if (usable) return seal;
  parts_.logger->event(log::Event::failure, {{"where", "seals"}, {"why", describe(usable.failure())}});
  return {};
}

Result<PrintDesk::Ending> PrintDesk::run(session::PrintCertificate const& what, session::VisitId visit) {
  if (has_gone(visit)) return Failure{FailureCode::printer_job_canceled, "the visitor left before it began"};
  advance(visit, what.year, session::PrintStage::preparing);
  CE_TRY(auto const placement, ready_to_print(what));
  auto const seal = usable_seal(what.certificate);
  CE_TRY(auto const grant, parts_.grant_for(what.certificate));
  auto const requested = parts_.journal->request(
      {what.certificate.number, what.year, what.certificate.authority, what.certificate.issue_date},
      what.certificate.copy, grant);
  if (!requested) {
    // Not where one is kept as well: the copy must not be another kiosk's while this one may still print by
    // that.
    if (grant && !what.certificate.grant) parts_.give_back(*grant);
    return requested.failure();
  }
  auto const& entry = *requested;
  parts_.reached("journaled");
  advance(visit, what.year, session::PrintStage::journaled);
  auto const pdf = parts_.render(sheet_of(what, entry.blank_number, seal), *fonts_, placement);
  if (!pdf) return settle(entry, {protocol::PrintOutcome::failed, pdf.failure().code});
  parts_.reached("rendered");
  if (has_gone(visit)) {
    return settle(entry, {protocol::PrintOutcome::failed, FailureCode::printer_job_canceled});
  }
  return hand_over(entry, *pdf, visit);
}

Result<PrintDesk::Ending> PrintDesk::hand_over(journal::PrintEntry const& entry, std::string const& pdf,
                                               session::VisitId visit) {
  if (auto const marked = parts_.journal->mark_submitting(entry.id); !marked) {
    open_prints_ = true;  // recovery ends the entry; no paper has moved
    return marked.failure();
  }
  parts_.reached("submitting");
  auto job = parts_.printer->submit(pdf, journal::job_name(entry));
  if (!job) {
    // The answer was lost or refused: only the printer knows whether it has the job.
    auto const found = parts_.printer->find_job(journal::job_name(entry));
    bool const lost = job.failure().code == FailureCode::printer_outcome_unknown;
    // Without an answer "no such job" proves nothing: the document may be on its way. Recovery asks again.
    if (!found || (!found->has_value() && lost)) return left_open(job.failure());
    if (!found->has_value()) return settle(entry, {protocol::PrintOutcome::failed, job.failure().code});
    job = (*found)->id;
  }
  parts_.reached("handed_over");
  if (auto const marked = parts_.journal->mark_submitted(entry.id, job->value); !marked) {
    return left_open(marked.failure());
  }
  parts_.reached("submitted");
  advance(visit, entry.certificate.year, session::PrintStage::submitted);
  return follow(entry, *job, visit);
}

// Nobody may say whether paper comes out: recovery asks the printer, else staff.
PrintDesk::Ending PrintDesk::left_open(std::optional<Failure> const& why) {
  if (why) {
    parts_.logger->event(log::Event::failure, {{"stage", "print"}, {"detail", describe(*why)}});
  }
  open_prints_ = true;
  doubt();
  return {protocol::PrintOutcome::unknown, FailureCode::printer_outcome_unknown};
}

PrintDesk::Ending PrintDesk::settle(journal::PrintEntry const& entry, Ending ending) {
  auto const settled = parts_.journal->settle(entry.id, ending.outcome, ending.cause);
  if (!settled) return left_open(settled.failure());
  if (ending.outcome == protocol::PrintOutcome::unknown) doubt();
  parts_.reached("settled");
  parts_.settled(entry.certificate.number, ending.outcome);
  if (auto const left = note_paper()) parts_.logger->event(log::Event::paper_low, {{"left", *left}});
  return ending;
}

}  // namespace ce::runner
