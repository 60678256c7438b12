// The staff's pages by their own presenter: what is looked at and measured are the real words.
#include "kiosk/staff_area/present.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

namespace area = staff_area;

journal::PrintEntry open_print(int serial) {
  journal::PrintEntry entry{EntryId::make(), journal::PrintState::unknown, {}, 1, {}, {}, {}, {}, {}};
  entry.certificate.number = "4401062500" + std::to_string(1000 + serial);
  entry.blank_number = "GD-A-0000" + std::to_string(4100 + serial);
  entry.requested_at = {1'795'413'900'000 + serial * 60'000};
  entry.cause = serial % 2 == 0 ? FailureCode::printer_jammed : FailureCode::printer_outcome_unknown;
  return entry;
}

area::Condition sound() {
  area::Condition seen;
  seen.reader_ok = seen.online = true;
  seen.scanner_ok = true;
  seen.printer_make = "奔图 P3370DN";
  seen.toner_percent = 64;
  seen.since_central = std::chrono::seconds{12};
  seen.clock_ahead = std::chrono::seconds{1};
  seen.disk_free = std::uintmax_t{41} << 30U;
  seen.disk_size = std::uintmax_t{118} << 30U;
  seen.paper_left = 431;
  seen.version = "0.1.0";
  return seen;
}

area::Condition running_low() {
  auto seen = sound();
  seen.toner_percent = 7;
  seen.toner_low = seen.tray_low = true;
  return seen;
}

area::Condition broken() {
  area::Condition seen;
  seen.scanner_ok = false;
  seen.printer_problem = FailureCode::paper_uncalibrated;
  seen.since_central = std::chrono::hours{7};
  seen.clock_ahead = std::chrono::minutes{-34};
  seen.events_waiting = 112;
  seen.events_refused = 3;
  seen.disk_free = std::uintmax_t{300} << 20U;
  seen.disk_size = std::uintmax_t{118} << 30U;
  seen.ledger_problem = FailureCode::ledger_begun_anew;
  seen.prints_unresolved = 2;
  seen.version = "0.1.0";
  return seen;
}

area::LogSeen log_of_a_morning() {
  area::LogSeen seen;
  seen.lines = {{"2026-11-26 10:05:41", 1, "print_settled", "outcome=0"},
                {"2026-11-26 10:05:20", 2, "failure", "stage=print_held  code=printer_out_of_paper"},
                {"2026-11-26 10:02:03", 1, "visit_ended", ""},
                {"2026-11-26 09:58:11", 3, "ledger_outdated", "held=412"},
                {"2026-11-26 09:31:57", 2, "central_lost",
                 "at=health  why=central_unreachable: Failed to connect to 10.12.4.8 port 8443"},
                {"2026-11-26 09:00:02", 1, "started", "program=ce-kiosk  version=0.1.0"},
                {"2026-11-26 08:59:58", 1, "config_loaded", ""}};
  return seen;
}

struct Show {
  std::string name;
  area::Stage stage;
  bool paused = false;
  bool numbered = true;
  bool check_due = false;
  bool shut = false;
  staff::CardUse cards = staff::CardUse::alone;
  bool restart_due = false;
};

present::View view_of(Show const& show) {
  area::State state;
  state.stage = show.stage;
  state.paused = show.paused;
  state.numbered = show.numbered;
  state.cards = show.cards;
  state.restart_due = show.restart_due;
  state.settings = {{"数据目录", "/var/lib/ce-kiosk"}, {"日志", "由系统收集（journalctl）"}};
  state.draft = sample_draft();
  state.known = sample_known();
  state.paper = area::PaperSeen{"GD-A-00004102", 431, {69, 2, 431}, show.check_due};
  session::Surroundings around;
  around.central_online = true;
  if (show.paused) {
    around.prints_unresolved = 2;
    around.printer_problem = FailureCode::printer_out_of_paper;
    around.paper_low = 37;
  }
  return area::present(state, {staff_frame(), around, Tick{}, show.shut}, shipped_vocabulary().chinese);
}

area::AtDoor door(std::size_t typed, std::chrono::seconds locked, bool wrong) {
  return {SecretText{std::string(typed, '7')}, area::DoorStood{true, {}}, Tick{} + locked, false, wrong};
}

std::vector<staff::StaffCard> cards_out(std::size_t count) {
  std::vector<staff::StaffCard> cards;
  for (std::size_t i = 0; i < count; ++i) {
    auto const label = area::card_labels.at(i % area::card_labels.size());
    cards.push_back({static_cast<int>(i) + 7, china_date({1'795'413'900'000}), label});
  }
  return cards;
}

area::AtDoor door_for_cards(staff::CardAtDoor card, std::size_t typed, bool scanned) {
  area::AtDoor at{SecretText{std::string(typed, '7')}, area::DoorStood{true, {}, card}, Tick{}};
  if (scanned) at.card = SecretText{"x"};
  return at;
}

area::AtDoor card_refused() {
  auto at = door_for_cards(staff::CardAtDoor::opens, 0, false);
  at.locked_until = Tick{} + std::chrono::seconds{1920};
  at.wrong = at.by_card = true;
  return at;
}

area::AtDoor other_code_scanned() {
  auto at = door_for_cards(staff::CardAtDoor::opens, 0, false);
  at.not_a_card = true;
  return at;
}

std::vector<Show> card_shows() {
  using staff::CardAtDoor;
  using staff::CardUse;
  using Step = area::NewCard::Step;
  return {{"staff-door-card", door_for_cards(CardAtDoor::opens, 0, false)},
          {"staff-door-card-refused", card_refused()},
          {"staff-door-other-code", other_code_scanned()},
          {"staff-door-both", door_for_cards(CardAtDoor::needed, 0, false)},
          {"staff-door-both-scanned", door_for_cards(CardAtDoor::needed, 4, true)},
          {"staff-cards", area::CardsPage{cards_out(3)}},
          {"staff-cards-none", area::CardsPage{cards_out(0)}, false, true, false, false, CardUse::with_pin},
          {"staff-cards-full", area::CardsPage{cards_out(12), 1}},
          {"staff-cards-off", area::CardsPage{cards_out(1)}, false, true, false, false, CardUse::off},
          {"staff-card-back", area::OneCard{cards_out(2).back()}},
          {"staff-new-card", area::NewCard{}},
          {"staff-new-card-own", area::NewCard{Step::typing, "A-02"}},
          {"staff-new-card-sure", area::NewCard{Step::sure, "服务台"}},
          {"staff-new-card-sure-both", area::NewCard{Step::sure, "服务台"}, false, true, false, false,
           CardUse::with_pin}};
}

}  // namespace

std::vector<Sample> staff_samples() {
  std::vector<journal::PrintEntry> prints;
  for (int i = 0; i < 6; ++i) prints.push_back(open_print(i));
  std::vector<Sample> all;
  for (auto const& show : std::vector<Show>{
           {"staff-door", door(4, {}, false)},
           {"staff-door-locked", door(0, std::chrono::seconds{90}, true)},
           {"staff-door-unset", area::AtDoor{{}, area::DoorStood{}, {}, false, false}},
           {"staff-menu", area::Menu{}},
           {"staff-menu-busy", area::Menu{}, true},
           {"staff-health", area::HealthPage{sound()}},
           {"staff-health-low", area::HealthPage{running_low()}},
           {"staff-health-broken", area::HealthPage{broken()}},
           {"staff-prints", area::PrintsPage{prints, 0}},
           {"staff-prints-none", area::PrintsPage{std::vector<journal::PrintEntry>{}, 0}},
           {"staff-print", area::OnePrint{prints.front()}},
           {"staff-paper", area::PaperPage{}},
           {"staff-paper-due", area::PaperPage{}, false, true, true},
           {"staff-paper-plain", area::PaperPage{}, false, false},
           {"staff-loading", area::Loading{"GD-A-00005001", "GD-A-000055", true}},
           {"staff-loading-right", area::Loading{"GD-A-00005001", "GD-A-00005500", true}},
           {"staff-void", area::Numbering{area::PaperTask::declare_void, "GD-A-00004101", false}},
           {"staff-top", area::Numbering{area::PaperTask::top_sheet, "", false}},
           {"staff-reasons", area::Numbering{area::PaperTask::declare_void, "GD-A-00004101", true}},
           {"staff-void-sure",
            area::Numbering{area::PaperTask::declare_void, "GD-A-00004101", true, "打印模糊"}},
           {"staff-top-sure", area::Numbering{area::PaperTask::top_sheet, "GD-A-00004105", true, "卡纸破损"}},
           {"staff-ledger", area::Numbering{area::PaperTask::accept_ledger, "GD-A-00004102", false}},
           {"staff-printer", area::PrinterPage{}},
           {"staff-printer-trouble", area::PrinterPage{}, true},
           {"staff-printer-accept",
            area::AcceptPrinter{area::PrinterSeen{{},
                                                  "HP LaserJet Pro 4003dn",
                                                  "urn:uuid:564e4333-4e31-4b30-3231-a8b13b6e2f10",
                                                  "ipp://10.44.6.21:631/ipp/print"}}},
           {"staff-printer-silent",
            area::AcceptPrinter{area::PrinterSeen{
                "打印机没有应答：检查电源、网线和地址。", {}, {}, "ipp://10.44.6.21:631/ipp/print"}}},
           {"staff-service", area::ServicePage{}},
           {"staff-service-paused", area::ServicePage{}, true},
           {"staff-service-shut", area::ServicePage{}, false, true, false, true},
           {"staff-diagnostics", area::DiagnosticsPage{}},
           {"staff-saving", area::Saving{{"正在写入 U 盘", 0.6F}}},
           {"staff-stick-full",
            area::Said{{false, "U 盘满了：需要 2314 KB，只剩 120 KB。请删去一些文件，或换一个 U 盘"},
                       area::Place::log}},
           {"staff-log", area::LogPage{0, log_of_a_morning(), 0}},
           {"staff-log-none", area::LogPage{3, area::LogSeen{}, 0}},
           {"staff-settings", area::SettingsPage{}},
           {"staff-settings-due", area::SettingsPage{}, false, true, false, false, staff::CardUse::alone,
            true},
           {"staff-settings-more", area::SettingsPage{1}},
           {"staff-settings-last", area::SettingsPage{2}},
           {"staff-new-pin", area::NewPin{SecretText{"271828"}, SecretText{"27"}, true}},
           {"staff-machine", area::MachinePage{}},
           {"staff-sure", area::Sure{area::MachineTask::power_off}},
           {"staff-sure-train", area::Sure{area::MachineTask::train}},
           {"staff-working", area::Working{}},
           {"staff-restarting", area::Working{area::Place::machine, area::Work::restarting}},
           {"staff-told",
            area::Said{{true,
                        "2026-11-26  使用 69  作废 2  剩余 431\n  作废 GD-A-00004099  卡纸破损\n"
                        "下一张 GD-A-00004102，本段还剩 431 张\n"},
                       area::Place::paper,
                       0}},
           {"staff-failed",
            area::Said{{false, "GD-A-00004100 已经用过或作废：请取出那一张；下一张应是 GD-A-00004102"},
                       area::Place::paper}}}) {
    all.push_back({show.name, view_of(show)});
  }
  for (auto const& show : card_shows()) all.push_back({show.name, view_of(show)});
  return all;
}

}  // namespace ce::samples
