#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "kiosk/journal/journal.h"
#include "kiosk/ports/printer.h"
#include "kiosk/present/words.h"
#include "kiosk/printers/offset_book.h"
#include "shared/base/secret.h"

namespace ce::staff {

enum class Task : std::uint8_t {
  list_prints,
  settle_print,
  load_paper,
  void_blank,
  top_sheet,
  report_paper,
  calibrate,
  look_at_printer,
  ledger_status,
  accept_ledger,
  accept_printer,
  set_pin,
  list_cards,
  take_back_card,
};

/// What was asked for at the command line.
struct Order {
  Task task = Task::list_prints;
  std::string print;      // id of an entry
  bool came_out = false;  // settle_print: a person saw the sheet
  journal::PaperRange range;
  std::string number;       // void_blank
  std::int64_t serial = 0;  // top_sheet, accept_ledger
  std::string reason;
  std::filesystem::path file;  // calibrate: where the page goes
  bool print_page = false;     // calibrate: the page goes to the printer
  std::string right, down;     // calibrate: offsets in millimetres; empty: as they are
  std::string day;             // YYYY-MM-DD of China; empty: today
  int days_ago = 0;            // report_paper, where no day is given: before today
  SecretText pin;              // set_pin; empty: asked for at the terminal
  int card = 0;                // take_back_card: its number
  std::string printer;         // accept_printer: the printer-uuid that was looked at; empty: any
};

/// What it works on; all borrowed.
struct Desk {
  journal::Journal* journal = nullptr;
  ports::Printer* printer = nullptr;
  present::Words const* words = nullptr;
  Clock const* clock = nullptr;
  std::ostream* out = nullptr;
  printers::OffsetBook* offsets = nullptr;
  std::int64_t warn_left = 0;  // blank numbers; at so many staff are told to get the next ones
  std::function<Result<void>(ports::PrinterStatus const&)> accept;
  std::filesystem::path storage;  // the kiosk's directory: staff's PIN and cards
};

/// Does it and tells the result in Chinese. Fails as Journal and Printer do; input_invalid for what cannot
/// be. One thread.
[[nodiscard]] Result<void> run(Order const& order, Desk const& desk);

// The tasks, by file.
[[nodiscard]] Result<void> list_prints(Desk const& desk);
[[nodiscard]] Result<void> settle_print(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> look_at_printer(Desk const& desk);
[[nodiscard]] Result<void> accept_printer(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> calibrate(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> tell_ledger(Desk const& desk);
[[nodiscard]] Result<void> accept_ledger(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> load_paper(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> void_blank(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> top_sheet(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> report_paper(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> set_pin(Order const& order, Desk const& desk);
[[nodiscard]] Result<void> list_cards(Desk const& desk);
[[nodiscard]] Result<void> take_back_card(Order const& order, Desk const& desk);

}  // namespace ce::staff
