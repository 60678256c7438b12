#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/session/mode.h"
#include "shared/base/clock.h"
#include "shared/base/failure.h"
#include "shared/base/secret.h"
#include "shared/identity/card.h"
#include "shared/protocol/messages.h"
#include "shared/token/examine.h"

/// One visitor's visit as values: State, Event, Effect and the pure step() between them.
namespace ce::session {

/// Counts visits since the program started; answers of another visit are dropped.
using VisitId = std::uint64_t;

// The stages of a visit, one screen each.

struct Home {};  // nobody here; lay a card or touch a key

struct ReadingCard {};  // a card was found and is being read

enum class EntryField : std::uint8_t { id_number, password };
struct NumberEntry {  // no card: ID number, then query password
  EntryField field = EntryField::id_number;
  SecretText id_number;
  SecretText password;
  std::optional<FailureCode> complaint;  // why the last confirmation was not taken
};

struct Searching {};  // central (or the cache) is being asked

struct Progress {  // one year: subjects, what is missing, records
  int year = 0;
  int page = 0;
};

struct Certificates {  // one line a year
  int page = 0;
};

struct PrintPreview {  // what will be printed; the press of 打印 is still to come
  int year = 0;
};

/// How far a print is. The order is the order of the ledger.
enum class PrintStage : std::uint8_t { preparing, journaled, submitted, printing, held };
struct Printing {
  int year = 0;
  PrintStage stage = PrintStage::preparing;
  std::optional<FailureCode> holding;  // what holds the job up: paper, cover ...
};

struct TakePaper {  // the printer says the sheet is out
  int year = 0;
};

struct TakeCard {  // the visit is over and wiped; the card still lies on the reader
  Tick since{};
};

struct VerifyEntry {
  std::string number;
  std::optional<FailureCode> complaint;
};
struct Verifying {
  std::string number;
};
/// What a sheet's code proves by what this kiosk knows, and what central says where it could be asked.
struct TokenAnswer {
  token::Examination examination;
  std::string authority;         // empty: not known here
  std::optional<Instant> as_of;  // of the list of void certificates
  bool list_old = false;         // it may lack a revocation
  std::optional<protocol::Verification> registered;
};
struct VerifyResult {
  std::variant<protocol::Verification, TokenAnswer> answer;
};

/// Where 重试 leads; Searching asks again, nothing: only staff or another day help.
using Again = std::variant<std::monostate, Searching, NumberEntry, PrintPreview, VerifyEntry>;
struct Fault {
  FailureCode code = FailureCode::internal_fault;
  Again again;
  [[nodiscard]] bool may_retry() const { return !std::holds_alternative<std::monostate>(again); }
};

using Stage = std::variant<Home, ReadingCard, NumberEntry, Searching, Progress, Certificates, PrintPreview,
                           Printing, TakePaper, TakeCard, VerifyEntry, Verifying, VerifyResult, Fault>;

/// Who is being served; gone when the visit ends.
struct Visitor {
  identity::Identity identity;
  bool with_card = false;
  std::optional<protocol::PersonYears> years;
  bool from_cache = false;  // central did not answer; years.as_of says how old this is
};

/// The kiosk's own condition; outlives visits.
struct Surroundings {
  bool central_online = false;
  bool reader_ok = true;
  std::optional<FailureCode> printer_problem;
  int prints_unresolved = 0;
  std::optional<std::int64_t> paper_low;  // blank numbers left, once they are few
  bool operator==(Surroundings const&) const = default;
};

/// How long each kind of waiting may take; from the configuration.
struct Timing {
  std::chrono::seconds idle{60};       // without a touch, then the countdown
  std::chrono::seconds countdown{20};  // shown, then the visit is wiped
  std::chrono::seconds take_card{60};  // how long the reminder stays at most
  double elder_factor = 1.5;           // both, in elder mode and where screens are listened to
};

struct State {
  VisitId visit = 0;
  Stage stage = Home{};
  std::optional<Visitor> visitor;
  Mode mode;
  Surroundings surroundings;
  Timing timing;
  VoicePlan voice;
  Language language = Language::chinese;  // that a visit begins in
  Tick last_touch{};
  bool countdown = false;        // the idle warning is up
  bool panel = false;            // 显示与语言 is open over the screen
  bool paused = false;           // staff closed the kiosk to visitors
  bool shut = false;             // the hall is not open at this hour
  std::optional<Instant> opens;  // then: when it opens next, if that is known
  bool staff_here = false;       // their area is on the screen
};

}  // namespace ce::session
