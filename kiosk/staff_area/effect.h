#pragma once

#include <variant>

#include "kiosk/staff/staff.h"
#include "kiosk/staff_area/item_state.h"
#include "shared/base/secret.h"

namespace ce::staff_area {

// What step() asks for. All but the last four are the desk's, away from the interface thread.

struct LookAtDoor {};  // answers DoorStood
struct JudgePin {      // answers PinJudged; central is told of it either way
  SecretText pin;
};
struct JudgeCard {  // likewise
  SecretText card;
  SecretText pin;  // empty where none is needed
};
struct SeeCards {};  // answers CardsSeen
struct MakeCard {    // a new one, printed; answers Told
  std::string label;
};
struct SeeCondition {};  // answers Condition
struct SeePrints {};     // answers PrintsSeen
struct SeePaper {};      // answers PaperSeen
struct SeePrinter {};    // answers PrinterSeen
struct SeeLog {          // answers LogSeen; lines of that level and graver
  int least = 0;
};
struct Obey {  // answers Told
  staff::Order order;
};
struct SetPaused {  // answers PausedNow, or Told where it failed
  bool paused = false;
};
struct ServeToday {};   // though the hall is closed by its hours; answers ServesToday
struct SeeSettings {};  // answers SettingsSeen, or Told where the file cannot be read
struct TryItem {        // answers ItemTried
  items::ItemId id{};
  items::Draft draft;
};
struct StopTrying {};    // nobody waits for the test any longer: what was asked for answers at once
struct FindPrinters {};  // answers PrintersFound
struct SaveItem {        // answers ItemSaved
  items::ItemId id{};
  items::Draft draft;
  bool write = true;  // false: only judged; the guided set-up writes at its end
};
struct PrintPage {  // the test page, on the printer of that draft; answers ItemTried
  items::Draft draft;
};
struct PrintReport {  // on the printer of that draft; answers Told
  items::Draft draft;
  std::vector<ReportLine> lines;
};
struct WriteGuide {  // answers GuideWritten
  items::Draft draft;
};
struct SaveDiagnostics {};  // answers DiagnosticsStep as it goes on, and Told at its end
struct PowerOff {};         // answers Told where it failed
struct Restart {};          // the program ends and is started again by who started it
struct Train {};            // the kiosk stops serving, and a training kiosk takes its place
struct Leave {};            // visitors may come again

using Effect = std::variant<LookAtDoor, JudgePin, SeeCondition, SeePrints, SeePaper, SeeLog, Obey, SetPaused,
                            SeeSettings, TryItem, FindPrinters, SaveItem, PrintPage, PrintReport, WriteGuide,
                            SaveDiagnostics, PowerOff, Restart, Train, ServeToday, Leave, JudgeCard, SeeCards,
                            MakeCard, StopTrying, SeePrinter>;

}  // namespace ce::staff_area
