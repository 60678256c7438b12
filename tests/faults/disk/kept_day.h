#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/cache/cache_room.h"
#include "kiosk/cache/seal_book.h"

namespace ce::test {

/// A day of what a kiosk keeps beside its ledger: central's answers about who was here, and pictures of
/// seals; on a disk that may strike at any moment. What is given out is always one whole answer about that
/// person, and a whole picture.
class KeptDay {
 public:
  KeptDay();

  void live();
  /// The disk is in order again. `restarted`: the program or the machine was. Gives what is wrong.
  [[nodiscard]] std::vector<std::string> settle_up(bool restarted);
  void close();

 private:
  /// Whether both files are open.
  [[nodiscard]] bool opened();
  void look(bool all_of_it);
  void note(std::string const& what) { wrong_.push_back(what); }

  CacheRoom room_;
  std::optional<cache::Cache> seen_;
  std::optional<cache::SealBook> seals_;
  std::vector<std::string> wrong_;
};

}  // namespace ce::test
