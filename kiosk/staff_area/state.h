#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/staff/door_keeper.h"
#include "kiosk/staff_area/answers.h"
#include "kiosk/staff_area/item_state.h"
#include "shared/base/clock.h"
#include "shared/base/secret.h"

/// The staff's area on the kiosk's screen as values: State, events, Effect and the pure step() between them.
namespace ce::staff_area {

/// The pages behind the keys of the staff's home; what StaffKey::open carries.
enum class Place : std::uint8_t {
  menu,
  health,
  prints,
  paper,
  printer,
  service,
  log,
  settings,
  machine,
  cards
};

// One struct a page. What StaffKey::choose means on it stands beside it.

struct Closed {};  // visitors have the screen

struct AtDoor {  // the PIN, or a staff card
  SecretText typed;
  std::optional<DoorStood> stands;  // nothing until the desk has looked
  Tick locked_until{};
  bool checking = false;
  bool wrong = false;       // the last try was
  SecretText card = {};     // its code, where the PIN is needed with it
  bool by_card = false;     // the last try was made with one
  bool not_a_card = false;  // what was scanned last
};

struct Menu {};

struct HealthPage {  // confirm: the ledger is to be taken over
  std::optional<Condition> seen;
};

struct PrintsPage {  // choose: a print of the list
  std::optional<std::vector<journal::PrintEntry>> list;
  int page = 0;
};
enum class Ending : std::uint8_t { came_out, no_sheet };
struct OnePrint {  // choose: Ending
  journal::PrintEntry entry;
};

enum class PaperTask : std::uint8_t { load, declare_void, top_sheet, report, accept_ledger };
struct PaperPage {};  // choose: PaperTask; on plain paper the report alone
struct Loading {      // choose: a field
  std::string first, last;
  bool at_last = false;
};
/// A number is typed for declare_void, top_sheet or accept_ledger; then, for the first two, choose: a reason;
/// then, since nothing brings a void sheet back, confirm.
struct Numbering {
  PaperTask task = PaperTask::declare_void;
  std::string number;
  bool reasons = false;
  std::string reason = {};  // that was chosen
};

enum class PrinterTask : std::uint8_t { status, page, offset, accept };
struct PrinterPage {};  // choose: PrinterTask; the offset is an item's page

struct AcceptPrinter {  // confirm: that one from now on; choose: looked at anew
  std::optional<PrinterSeen> seen;
};

struct ServicePage {};  // confirm: pause, or resume

struct LogPage {  // choose: the least level
  int least = 0;
  std::optional<LogSeen> seen;
  int page = 0;
};

struct SettingsPage {  // choose: an item, or restart_key; confirm: another PIN
  int page = 0;
};
inline constexpr int restart_key = 2000;  // beside the items' numbers
struct NewPin {                           // choose: a field
  SecretText first, again;
  bool at_again = false;
};

enum class MachineTask : std::uint8_t { restart, power_off, train };
struct MachinePage {};  // choose: MachineTask
struct Sure {           // asked once more
  MachineTask task = MachineTask::restart;
};

/// What is waited for, as the page says it.
enum class Work : std::uint8_t { order, service, writing, restarting, stopping, training };
struct Working {  // the desk is at it
  Place back = Place::menu;
  Work work = Work::order;
  std::optional<int> report = {};  // it is the report of the day so many days ago
};
struct Said {  // what came of it; turn: the report of another day
  Told told;
  Place back = Place::menu;
  std::optional<int> report = {};
};

struct DiagnosticsPage {};  // confirm: onto the stick
struct Saving {             // the desk is at it
  DiagnosticsStep at;
};

struct CardsPage {  // choose: a card of the list; confirm: a new one
  std::optional<std::vector<staff::StaffCard>> list;
  int page = 0;
};
struct OneCard {  // confirm: take it back
  staff::StaffCard card;
};
/// Where it is for is chosen or typed; then, once more: print it.
struct NewCard {
  enum class Step : std::uint8_t { choosing, typing, sure };
  Step step = Step::choosing;
  std::string label;
};

using Stage = std::variant<Closed, AtDoor, Menu, HealthPage, PrintsPage, OnePrint, PaperPage, Loading,
                           Numbering, PrinterPage, ServicePage, LogPage, SettingsPage, NewPin, MachinePage,
                           Sure, Working, Said, ItemPage, PrinterList, Trying, ItemSavedPage, GuideStart,
                           GuideReport, DiagnosticsPage, Saving, CardsPage, OneCard, NewCard, AcceptPrinter>;

/// Counts the times that staff came: late answers of an earlier one are dropped.
using StayId = std::uint64_t;

/// A setting as it is read out.
struct Setting {
  std::string name;
  std::string value;
};

struct State {
  StayId stay = 0;
  Stage stage = Closed{};
  std::optional<PaperSeen> paper;  // as last seen
  bool paused = false;             // closed to visitors
  bool numbered = false;           // the kiosk is on numbered stock
  bool restart_due = false;        // something was saved that holds from the next start on
  staff::CardUse cards = staff::CardUse::off;
  std::vector<Setting> settings;      // that are no items, as the program runs with them
  std::optional<items::Draft> draft;  // as the file has it; in the guided set-up: as far as it has come
  items::Known known;
  std::optional<Guide> guide;
  std::chrono::seconds idle{120};  // without a touch, then the area closes by itself
  Tick last_touch{};
};

/// How long the door stands open without a PIN: whoever comes next is a visitor.
inline constexpr std::chrono::seconds door_idle{30};
inline constexpr std::size_t longest_pin = 12;
inline constexpr int prints_per_page = 4;
inline constexpr int log_lines_per_page = 5;
inline constexpr int cards_per_page = 6;
inline constexpr std::size_t longest_typed_label = 12;  // shorter than anybody's number

/// Why a sheet is void, to choose from: a kiosk has no keyboard for sentences.
inline constexpr auto void_reasons = std::to_array<char const*>(
    {"打印模糊", "卡纸破损", "盖章污损", "受潮起皱", "裁切不正", "遗失", "其他原因"});

/// Where a staff card is for, likewise; or a number or letters are typed.
inline constexpr auto card_labels =
    std::to_array<char const*>({"服务台", "值班", "早班", "晚班", "设备维护", "备用"});

}  // namespace ce::staff_area
