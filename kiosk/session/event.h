#pragma once

#include <string>
#include <variant>

#include "kiosk/session/staff_touch.h"
#include "kiosk/session/state.h"

namespace ce::session {

// What a visitor does.

struct UseIdNumber {};        // 无证件：输入身份证号
struct VerifyCertificate {};  // 核验证书
struct CodeScanned {          // a scanner read this
  std::string text;
};
struct Key {
  char character = '0';  // '0'-'9', 'X'
};
struct Erase {};
struct Clear {};
struct Confirm {};
struct ShowYear {
  int year = 0;
};
struct ShowCertificates {};
struct TurnPage {
  int by = 1;
};
struct ChoosePrint {  // from the list or the progress screen to the preview
  int year = 0;
};
struct Print {};  // the press of 打印 on the preview
struct PaperTaken {};
struct Back {};
struct Exit {};  // 退出: end the visit
struct Stay {};  // any touch while the countdown is up
struct Retry {};
struct ToggleElder {};
struct ToggleContrast {};
struct ShowPanel {  // 显示与语言
  bool shown = true;
};
struct ChooseLanguage {
  Language language = Language::chinese;
};
struct ChooseSize {
  TextSize size = TextSize::medium;
};
struct ToggleVoice {};
struct ChangeVolume {
  int by = 1;
};
struct RepeatSpeech {};  // 重听; whoever speaks does it
struct UseKeys {};       // one of a headset's four keys

// What the world answers; tagged with the visit it belongs to.

struct CardFound {};
struct CardRead {
  identity::Identity identity;
};
struct CardRefused {
  FailureCode code = FailureCode::card_unreadable;
};
struct CardLifted {};
struct PersonFound {
  protocol::PersonYears years;
  bool from_cache = false;
};
struct PersonNotFound {
  FailureCode code = FailureCode::person_unknown;
};
/// Of one year's certificate: one that staff were told of may still end while the next is printed.
struct PrintAdvanced {
  int year = 0;
  PrintStage stage = PrintStage::preparing;
  std::optional<FailureCode> holding;
};
struct PrintEnded {
  int year = 0;
  protocol::PrintOutcome outcome = protocol::PrintOutcome::unknown;
  std::optional<FailureCode> cause;
};
struct Verified {
  protocol::Verification answer;
};
struct TokenExamined {
  TokenAnswer answer;
};
struct VerifyFailed {
  FailureCode code = FailureCode::central_unreachable;
};

// What is true of the kiosk at any time, of no visit.

struct SurroundingsChanged {
  Surroundings now;
};
struct TimePassed {};
/// Hall staff are at the screen (their area is open), or have left it.
struct StaffPresent {
  bool here = false;
};
/// The hall's opening hours ended, or began. A visit under way goes on.
struct HallShut {
  bool shut = false;
  std::optional<Instant> opens;  // nothing: not known
};
/// Staff closed the kiosk to visitors, or opened it again.
struct ServicePaused {
  bool paused = false;
};

using Event = std::variant<
    UseIdNumber, VerifyCertificate, CodeScanned, Key, Erase, Clear, Confirm, ShowYear, ShowCertificates,
    TurnPage, ChoosePrint, Print, PaperTaken, Back, Exit, Stay, Retry, ToggleElder, ToggleContrast, ShowPanel,
    ChooseLanguage, ChooseSize, ToggleVoice, ChangeVolume, RepeatSpeech, UseKeys, CardFound, CardRead,
    CardRefused, CardLifted, PersonFound, PersonNotFound, PrintAdvanced, PrintEnded, Verified, TokenExamined,
    VerifyFailed, SurroundingsChanged, TimePassed, StaffPresent, ServicePaused, HallShut, StaffTouch>;

/// An answer and the visit that asked for it.
struct Posted {
  VisitId visit = 0;
  Event event;
};

}  // namespace ce::session
