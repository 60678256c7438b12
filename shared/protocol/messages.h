#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/date.h"
#include "shared/base/entry_id.h"
#include "shared/base/failure.h"
#include "shared/base/secret.h"
#include "shared/certificate/sheet.h"
#include "shared/credit/record.h"
#include "shared/credit/verdict.h"
#include "shared/grant/grant.h"
#include "shared/protocol/item_states.h"
#include "shared/protocol/kiosk_log.h"
#include "shared/protocol/lost_number.h"
#include "shared/token/revocation.h"

/// What kiosk and central say to each other. Values only; JSON is in json.h, the HTTP side in openapi.yaml.
namespace ce::protocol {

/// Version of these messages; each body carries it and another one is refused with answer_version_unknown.
inline constexpr int version = 1;

/// How the person proved who asks.
struct ByCard {};
struct ByPassword {
  SecretText password;
};
/// A visit code, which central made for the person on its own page; it tells who that is.
struct ByCode {
  SecretText code;
};

/// POST /api/v1/kiosk/person-queries
struct PersonQuery {
  SecretText id_number;  // canonical form; empty with a code
  std::variant<ByCard, ByPassword, ByCode> proof;
};

/// One learning record as the person may see it.
struct RecordLine {
  std::string content;
  std::string institution;
  credit::Subject subject = credit::Subject::public_subject;
  credit::Activity activity = credit::Activity::training;
  bool mandatory = false;
  std::optional<Date> start;
  std::optional<Date> end;
  credit::ReviewState review = credit::ReviewState::approved;
  CreditUnits stated;   // what the record claims
  CreditUnits counted;  // what it came to (articles 3, 7-12)
  std::vector<credit::Note> notes;
  bool operator==(RecordLine const&) const = default;
};

/// Where the certificate of a year stands.
enum class CertificateState : std::uint8_t {
  incomplete,    // the year's study is not complete
  under_review,  // complete once pending records are recognised, or the issuing is pending
  printable,     // issued, never printed
  printed,       // a sheet has left a printer; another one is a matter for the counter
  unresolved,    // a print whose outcome staff must settle
  revoked,
};

/// The certificate of a year; number, authority and date are empty until it is issued.
struct CertificateLine {
  CertificateState state = CertificateState::incomplete;
  std::string number;
  std::string authority;
  std::optional<Date> issue_date;
  std::string verify_url;
  certificate::SealMode seal_mode = certificate::SealMode::e_seal;
  std::string revoked_reason;
  std::optional<Instant> printed_at;
  int copy = 1;               // which copy the state is about: later ones were allowed by HRSS (a reprint)
  bool reprint_mark = false;  // whether a reprint says 补打, by central's rule
  /// For printing without network, where the location's policy says so.
  std::optional<grant::Grant> grant = std::nullopt;
  bool operator==(CertificateLine const&) const = default;
};

struct SubjectLine {
  CreditUnits done;
  CreditUnits required;
  bool operator==(SubjectLine const&) const = default;
};

/// One credit year of a person, judged by that year's rule pack.
struct YearProgress {
  int year = 0;
  std::string pack;
  SubjectLine public_subject;
  SubjectLine professional;
  SubjectLine professional_mandatory;
  SubjectLine elective;
  SubjectLine total;
  CreditUnits achievement_credit;
  bool complete = false;
  std::vector<credit::Reason> reasons;
  std::vector<RecordLine> records;
  CertificateLine certificate;
  bool operator==(YearProgress const&) const = default;
};

/// Answer to a PersonQuery: everything the person may see, newest year first; the current year is
/// always there, even without a record.
struct PersonYears {
  SecretText name;
  SecretText id_number;
  std::string region;    // six digits
  std::string employer;  // may be empty
  /// What the delta calls this person where it says that they are forgotten; tells nobody who that is.
  std::string person;
  Instant as_of;  // central's clock when it answered
  std::vector<YearProgress> years;
  bool operator==(PersonYears const&) const = default;
};

/// GET /api/v1/certificates/{number}; POST .../verification with a name (rules.md, public verification).
enum class VerificationState : std::uint8_t { valid, revoked, unknown };
struct Verification {
  VerificationState state = VerificationState::unknown;
  std::string number;
  int year = 0;
  std::string authority;
  std::optional<Date> issue_date;
  std::string masked_name;
  std::optional<bool> name_matches;  // only where a name was asked for
  std::string successor;             // the number that took its place; only to who knows the name
  /// Of an unknown one: the register lost it. The state stays unknown, which is all that kiosks of before
  /// this was told can read.
  std::optional<LostNumber> lost = std::nullopt;
  /// N0 of the sheets printed of it, as far as kiosks have told, the latest first; only to who knows the
  /// name.
  std::vector<std::string> blank_numbers = {};
  bool operator==(Verification const&) const = default;
};

/// GET /api/v1/tokens/{token}: what the code of a sheet proves (shared/token), with every printed fact.
struct TokenVerification {
  /// "genuine", "revoked", "not_registered" (signed, but not in the register as it says), or why the token
  /// proves nothing: token::Fault.
  std::string verdict;
  // Empty unless it is genuine or revoked.
  std::string number;
  SecretText name;
  int year = 0;
  std::string authority;
  std::optional<Date> issue_date;
  std::optional<token::Revocation> revocation;
  std::vector<std::string> blank_numbers;  // as in Verification
};

/// POST /api/v1/certificates/{number}/verification: is this the name on the certificate?
struct NameQuestion {
  SecretText name;
};

/// A certificate is about to be printed: the ledger entry was made. The event's own id names the print.
struct PrintRequested {
  std::string certificate_number;
  int copy = 1;
  std::string blank_number;  // N0
  /// What allowed it; kiosks of before grants name none.
  std::optional<EntryId> grant = std::nullopt;
  bool operator==(PrintRequested const&) const = default;
};

enum class PrintOutcome : std::uint8_t {
  sent_to_printer,  // the printer says completed
  confirmed,        // paper seen by a person
  failed,           // no sheet came out
  unknown,          // to be settled by staff
};

/// How a print ended.
struct PrintSettled {
  EntryId print;  // id of the PrintRequested event
  PrintOutcome outcome = PrintOutcome::unknown;
  std::optional<FailureCode> cause;
  bool operator==(PrintSettled const&) const = default;
};

/// Staff put numbered blanks into the kiosk: N0 from `first` to `last`, prefix and that many digits each. The
/// same run again with another end corrects the end.
struct PaperLoaded {
  std::string prefix;
  int digits = 8;
  std::int64_t first = 1;
  std::int64_t last = 1;
  bool operator==(PaperLoaded const&) const = default;
};

/// Staff declared a numbered blank void: spoilt before it was printed on, or misprinted.
struct BlankVoided {
  std::string blank_number;
  std::string reason;
  bool operator==(BlankVoided const&) const = default;
};

/// What else happened at a kiosk that whoever answers for it must know of later.
enum class NoteKind : std::uint8_t {
  service_paused,        // the ledger could not be written; `at` says since when
  service_resumed,       // it can again
  ledger_set_aside,      // it was damaged: a new one was begun beside it
  ledger_outdated,       // central knows of later events of it: it is an old copy
  ledger_accepted,       // staff looked at the paper and let the kiosk go on
  events_reopened,       // central had lost events that it had accepted
  paper_checked,         // staff said which sheet lies on top
  printer_accepted,      // staff accepted another printer
  region_full,           // the copy of its region reached the size limit and takes in no more people
  staff_entered,         // by the right PIN or card at the screen; the detail says which card
  staff_refused,         // a wrong one; the detail says how often in a row
  staff_pin_set,         // at the command line or in the set-up
  staff_paused,          // staff closed the kiosk to visitors
  staff_resumed,         // and opened it again
  settings_changed,      // an item of the set-up, at the screen; the detail names it and what it is now
  training_begun,        // staff practise: the kiosk serves nobody
  training_ended,        // it serves again
  diagnostics_saved,     // what the operator can open went to a USB stick
  staff_card_made,       // a card that opens the staff's area; the detail says its number and where it is for
  staff_card_withdrawn,  // it opens nothing any more
};
struct KioskNoted {
  NoteKind kind = NoteKind::service_paused;
  std::string detail;  // for staff; no personal data
  bool operator==(KioskNoted const&) const = default;
};

/// Where an event stands in its kiosk's ledger. A ledger that is begun anew, or that staff took over after an
/// old copy of it came back, has another id.
struct LedgerPlace {
  EntryId ledger;
  std::int64_t number = 0;  // of the event there, from 1 and without gaps
  bool operator==(LedgerPlace const&) const = default;
};

/// POST /api/v1/kiosk/events: made once at the kiosk, delivered at least once, accepted once.
struct KioskEvent {
  EntryId id;
  Instant at;  // the kiosk's clock
  std::variant<PrintRequested, PrintSettled, PaperLoaded, BlankVoided, KioskNoted> what;
  /// Not part of what makes it the same event: kiosks of before ledgers had ids name none.
  std::optional<LedgerPlace> place = std::nullopt;
  bool operator==(KioskEvent const&) const = default;
};

enum class Acceptance : std::uint8_t { accepted, refused, conflict };

/// The answer to one event; the same again for a repeated one.
struct EventReply {
  EntryId id;
  Acceptance acceptance = Acceptance::accepted;
  std::string problem;  // why refused, for staff
  bool operator==(EventReply const&) const = default;
};

/// Each report of a kiosk has a higher number than the last, over restarts too: a second machine with the
/// same identity, or an old copy of the disk, tells one that was told before.
struct Beat {
  EntryId run;  // of this start of the program; random, kept nowhere
  std::int64_t number = 1;
  bool operator==(Beat const&) const = default;
};

/// What a kiosk uses up: its printer's toner and paper as far as the printer tells, and the numbered blanks
/// of its ledger.
struct Supplies {
  std::optional<int> toner_percent = std::nullopt;  // of the emptiest cartridge
  bool toner_low = false;                           // by the printer's word or that level; it prints on
  bool paper_low = false;                           // in the tray, by the printer's word
  std::optional<std::int64_t> blanks_left = std::nullopt;  // numbers of all ranges that were loaded
  bool blanks_low = false;                                 // by the kiosk's own configuration
  bool operator==(Supplies const&) const = default;
};

/// POST /api/v1/kiosk/health
struct Health {
  std::string program_version;
  std::int64_t uptime_seconds = 0;
  bool reader_ok = false;
  bool printer_ok = false;
  std::string printer_problem;  // failure code or empty
  int outbox_pending = 0;
  int prints_unresolved = 0;
  int outbox_refused = 0;                            // events that central will never take
  std::optional<LedgerPlace> ledger = std::nullopt;  // its newest event; number 0 where there is none
  std::optional<bool> sound_ok = std::nullopt;       // kiosks of before voice prompts do not say
  std::optional<Beat> beat = std::nullopt;           // nor do those of before it was counted
  /// How what central may set is set here; kiosks that do not know of it say nothing, and are told nothing.
  std::optional<std::vector<ItemState>> settings = std::nullopt;
  /// Of central's store that the ledger was last compared with; empty before the first, and of older kiosks.
  std::string epoch = {};
  std::optional<Supplies> supplies = std::nullopt;  // nothing before the printer was asked for the first time
  bool operator==(Health const&) const = default;
};

/// The newest event of a ledger that central holds; number 0 where it holds none.
struct LedgerHeld {
  std::int64_t number = 0;
  std::optional<EntryId> event;
  bool operator==(LedgerHeld const&) const = default;
};

struct HealthReply {
  Instant central_now;
  std::string epoch = {};                         // of central's store: a restored one begins another
  std::optional<LedgerHeld> held = std::nullopt;  // of the ledger that the kiosk named
  std::vector<ItemTold> settings = {};            // that this kiosk does not have yet
  std::optional<LogWanted> log_wanted = std::nullopt;
};

}  // namespace ce::protocol
