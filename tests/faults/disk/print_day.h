#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/central_client/client_room.h"
#include "kiosk/journal/ledger_room.h"
#include "kiosk/journal/spool_printer.h"
#include "kiosk/sync/register_server.h"

namespace ce::test {

/// A day of two prints on a real ledger, delivered over real HTTP, whose disk may strike at any moment; and
/// what the books say afterwards.
class PrintDay {
 public:
  PrintDay();

  /// The day, going on after each failure as a kiosk does.
  void live();
  /// The disk is in order again. `restarted`: the program or the machine was; else the open ledger goes on.
  /// Recovery, the visitors' second try, staff's word, delivery; gives what is wrong then.
  [[nodiscard]] std::vector<std::string> settle_up(bool restarted);
  /// Closes the ledger, as the end of the program does.
  void close() { journal_.reset(); }

 private:
  void print(std::string const& number);
  void deliver();
  void note(std::string const& what) { wrong_.push_back(what); }
  void check(Result<void> const& done, std::string const& what);
  void staff_look();
  void compare_books();

  LedgerRoom room_;
  SpoolPrinter printer_{room_.directory / "spool"};
  RegisterServer central_;
  ClientRoom wire_;
  std::unique_ptr<drivers::HttpCentral> client_ = wire_.client(central_.url());
  std::unique_ptr<journal::Journal> journal_;
  std::vector<std::pair<EntryId, journal::PrintState>> promised_;  // what the ledger said it keeps
  std::vector<std::string> wrong_;
};

}  // namespace ce::test
