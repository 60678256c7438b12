#include "shared/protocol/names.h"

namespace ce::protocol {
namespace {

using credit::Activity;
using credit::Note;
using credit::Reason;
using credit::ReviewState;
using credit::Subject;

// The word of an enumerator is found by its value, so each table must follow its enumeration.
template <class E, std::size_t n>
constexpr std::array<Name<E>, n> in_order(std::array<Name<E>, n> table) {
  for (std::size_t i = 0; i < n; ++i) {
    if (static_cast<std::size_t>(table[i].value) != i) throw "a table of names is out of order";
  }
  return table;
}

}  // namespace

template <>
std::span<Name<Subject> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<Subject>>({
      {Subject::public_subject, "public"},
      {Subject::professional, "professional"},
      {Subject::elective, "elective"},
  }));
  return table;
}

template <>
std::span<Name<Activity> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<Activity>>({
      {Activity::training, "training"},
      {Activity::superior_seminar, "superior_seminar"},
      {Activity::lecture, "lecture"},
      {Activity::practice, "practice"},
      {Activity::academic_conference, "academic_conference"},
      {Activity::academic_visit, "academic_visit"},
      {Activity::remote_education, "remote_education"},
      {Activity::online_approved, "online_approved"},
      {Activity::achievement, "achievement"},
      {Activity::degree, "degree"},
  }));
  return table;
}

template <>
std::span<Name<ReviewState> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<ReviewState>>({
      {ReviewState::pending_employer, "pending_employer"},
      {ReviewState::pending_agency, "pending_agency"},
      {ReviewState::pending_industry, "pending_industry"},
      {ReviewState::pending_hrss, "pending_hrss"},
      {ReviewState::returned, "returned"},
      {ReviewState::rejected, "rejected"},
      {ReviewState::approved, "approved"},
  }));
  return table;
}

template <>
std::span<Name<Reason> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<Reason>>({
      {Reason::public_short, "PUBLIC_SHORT"},
      {Reason::professional_short, "PROFESSIONAL_SHORT"},
      {Reason::professional_mandatory_short, "PROFESSIONAL_MANDATORY_SHORT"},
      {Reason::elective_short, "ELECTIVE_SHORT"},
      {Reason::total_short, "TOTAL_SHORT"},
  }));
  return table;
}

template <>
std::span<Name<Note> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<Note>>({
      {Note::failed_assessment, "FAILED_ASSESSMENT"},
      {Note::other_year, "OTHER_YEAR"},
      {Note::not_approved, "NOT_APPROVED"},
      {Note::outside_schooling_period, "OUTSIDE_SCHOOLING_PERIOD"},
      {Note::not_in_guide, "NOT_IN_GUIDE"},
      {Note::days_exceed_dates, "DAYS_EXCEED_DATES"},
      {Note::overlap_warning, "OVERLAP_WARNING"},
  }));
  return table;
}

template <>
std::span<Name<certificate::SealMode> const> names() {
  using certificate::SealMode;
  static constexpr auto table = in_order(std::to_array<Name<SealMode>>({
      {SealMode::e_seal, "e_seal"},
      {SealMode::window_stamp, "window_stamp"},
      {SealMode::prestamped_stock, "prestamped_stock"},
  }));
  return table;
}

template <>
std::span<Name<CertificateState> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<CertificateState>>({
      {CertificateState::incomplete, "incomplete"},
      {CertificateState::under_review, "under_review"},
      {CertificateState::printable, "printable"},
      {CertificateState::printed, "printed"},
      {CertificateState::unresolved, "unresolved"},
      {CertificateState::revoked, "revoked"},
  }));
  return table;
}

template <>
std::span<Name<VerificationState> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<VerificationState>>({
      {VerificationState::valid, "valid"},
      {VerificationState::revoked, "revoked"},
      {VerificationState::unknown, "unknown"},
  }));
  return table;
}

template <>
std::span<Name<LostState> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<LostState>>({
      {LostState::set_aside, "set_aside"},
      {LostState::printed, "printed"},
      {LostState::replaced, "replaced"},
  }));
  return table;
}

template <>
std::span<Name<PrintOutcome> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<PrintOutcome>>({
      {PrintOutcome::sent_to_printer, "sent_to_printer"},
      {PrintOutcome::confirmed, "confirmed"},
      {PrintOutcome::failed, "failed"},
      {PrintOutcome::unknown, "unknown"},
  }));
  return table;
}

template <>
std::span<Name<ItemOutcome> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<ItemOutcome>>({
      {ItemOutcome::waiting, "waiting"},
      {ItemOutcome::applied, "applied"},
      {ItemOutcome::refused, "refused"},
  }));
  return table;
}

template <>
std::span<Name<Acceptance> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<Acceptance>>({
      {Acceptance::accepted, "accepted"},
      {Acceptance::refused, "refused"},
      {Acceptance::conflict, "conflict"},
  }));
  return table;
}

template <>
std::span<Name<NoteKind> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<NoteKind>>({
      {NoteKind::service_paused, "service_paused"},
      {NoteKind::service_resumed, "service_resumed"},
      {NoteKind::ledger_set_aside, "ledger_set_aside"},
      {NoteKind::ledger_outdated, "ledger_outdated"},
      {NoteKind::ledger_accepted, "ledger_accepted"},
      {NoteKind::events_reopened, "events_reopened"},
      {NoteKind::paper_checked, "paper_checked"},
      {NoteKind::printer_accepted, "printer_accepted"},
      {NoteKind::region_full, "region_full"},
      {NoteKind::staff_entered, "staff_entered"},
      {NoteKind::staff_refused, "staff_refused"},
      {NoteKind::staff_pin_set, "staff_pin_set"},
      {NoteKind::staff_paused, "staff_paused"},
      {NoteKind::staff_resumed, "staff_resumed"},
      {NoteKind::settings_changed, "settings_changed"},
      {NoteKind::training_begun, "training_begun"},
      {NoteKind::training_ended, "training_ended"},
      {NoteKind::diagnostics_saved, "diagnostics_saved"},
      {NoteKind::staff_card_made, "staff_card_made"},
      {NoteKind::staff_card_withdrawn, "staff_card_withdrawn"},
  }));
  return table;
}

template <>
std::span<Name<GrantState> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<GrantState>>({
      {GrantState::live, "live"},
      {GrantState::consumed, "consumed"},
      {GrantState::returned, "returned"},
      {GrantState::expired, "expired"},
      {GrantState::replaced, "replaced"},
      {GrantState::withdrawn, "withdrawn"},
  }));
  return table;
}

template <>
std::span<Name<CachePolicy> const> names() {
  static constexpr auto table = in_order(std::to_array<Name<CachePolicy>>({
      {CachePolicy::nobody, "nobody"},
      {CachePolicy::seen, "seen"},
      {CachePolicy::region, "region"},
  }));
  return table;
}

}  // namespace ce::protocol
