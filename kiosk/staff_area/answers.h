#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/journal/entry.h"
#include "kiosk/journal/paper.h"
#include "kiosk/staff/door_keeper.h"
#include "kiosk/staff_area/item_state.h"
#include "shared/base/failure.h"

/// What the desk (kiosk/staff_desk) finds out for the staff's area.
namespace ce::staff_area {

struct DoorStood {
  bool pin_set = false;
  std::chrono::seconds locked{0};
  staff::CardAtDoor card = staff::CardAtDoor::none;
};
struct CardsSeen {
  std::vector<staff::StaffCard> list;
};
struct PinJudged {  // a card as well
  bool right = false;
  std::chrono::seconds locked{0};
};

/// The kiosk's health, as it was a moment ago.
struct Condition {
  bool reader_ok = false;
  std::optional<bool> scanner_ok;  // nothing: there is no scanner on a line of its own
  std::optional<FailureCode> printer_problem;
  std::string printer_make;
  std::optional<int> toner_percent;
  bool toner_low = false;
  bool tray_low = false;  // little paper in it, by the printer's word
  bool online = false;
  std::optional<std::chrono::seconds>
      since_central;                                // since its last answer to a heartbeat; nothing: none yet
  std::optional<std::chrono::seconds> clock_ahead;  // this machine's clock of central's; nothing: not known
  std::int64_t events_waiting = 0, events_refused = 0;
  std::uintmax_t disk_free = 0, disk_size = 0;  // bytes
  std::optional<FailureCode> ledger_problem;
  std::size_t prints_unresolved = 0;
  std::int64_t paper_left = 0;
  std::string version;
};

struct PrintsSeen {
  std::vector<journal::PrintEntry> list;  // unknown, oldest first
};

struct PaperSeen {
  std::optional<std::string> next;  // the number that is printed on next
  std::int64_t left = 0;            // of the range in use
  journal::PaperDay today;
  bool check_due = false;  // staff must say which sheet lies on top
};

/// The printer that answers now; of one that does not, why not.
struct PrinterSeen {
  std::string problem;  // else empty
  std::string make;     // maker and model; empty where it names none
  std::string uuid;     // likewise
  std::string address;
};

struct LogLine {
  std::string when;    // 2026-11-26 10:05:03 in China
  int level = 0;       // log::Level
  std::string event;   // as the log names it: log::Event
  std::string values;  // name=value ...
};
struct LogSeen {
  std::string problem;         // why there is none to be seen; else empty
  std::vector<LogLine> lines;  // newest first
};

/// What an order came to, in the words of the command line.
struct Told {
  bool good = false;
  std::string text;
};
struct PausedNow {
  bool paused = false;
};
struct ServesToday {};

/// What the kiosk is set up with, as the file has it now, and what there is to choose from.
struct SettingsSeen {
  items::Draft draft;
  items::Known known;
};
struct ItemTried {
  items::Verdict verdict;
  bool sound = true;  // the values may be kept, whatever the test says
};
struct PrintersFound {
  std::vector<items::Choice> list;
};
struct ItemSaved {
  items::Verdict verdict;  // good: it is written, or in the guided set-up taken over
};
struct GuideWritten {
  items::Verdict verdict;
};

/// How far the diagnostics are on their way to the stick.
struct DiagnosticsStep {
  std::string doing;
  float done = 0;  // of the whole, 0 to 1
};

using Answer = std::variant<DoorStood, PinJudged, Condition, PrintsSeen, PaperSeen, LogSeen, Told, PausedNow,
                            ServesToday, SettingsSeen, ItemTried, PrintersFound, ItemSaved, GuideWritten,
                            DiagnosticsStep, CardsSeen, PrinterSeen>;

}  // namespace ce::staff_area
