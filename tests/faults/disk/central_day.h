#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "central/store/store.h"
#include "support/store/test_store.h"

namespace ce::test {

/// A day at central, on a file of SQLite whose disk may strike at any moment: clerks issue to two people at a
/// time, a kiosk tells of each print. Who is not answered asks again under the same key, as clerks' pages and
/// outboxes do.
class CentralDay {
 public:
  CentralDay();

  void live();
  /// The disk is in order again. `restarted`: the program or the machine was. What was answered is there,
  /// numbers have no gap; then everybody asks once more what was not answered. Gives what is wrong.
  [[nodiscard]] std::vector<std::string> settle_up(bool restarted);
  void close() { store_.reset(); }

 private:
  void ask_all(int tries);
  [[nodiscard]] bool was_answered(std::string const& what) const;
  void answered(std::string const& what);
  void try_to(std::string const& what, int tries, std::function<Result<void>()> const& ask);
  [[nodiscard]] Result<void> open();
  [[nodiscard]] Result<void> issue(int batch);
  [[nodiscard]] Result<void> tell(std::int64_t person, bool settled);
  [[nodiscard]] Result<std::map<std::int64_t, std::string>> numbers() const;
  void look_at_books(bool at_last);
  [[nodiscard]] std::string value(std::string const& sql) const;
  void note(std::string const& what) { wrong_.push_back(what); }

  TestStore place_;
  std::filesystem::path answers_;  // outlives a kill, as what a clerk has read on the screen does
  std::vector<EntryId> batches_;
  std::map<std::int64_t, protocol::KioskEvent> prints_,
      outcomes_;  // by person; made at the kiosk, kept there
  std::optional<store::Store> store_;
  std::vector<std::string> wrong_;
};

}  // namespace ce::test
