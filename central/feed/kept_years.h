#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "central/standings/standing.h"
#include "shared/credit/shelf.h"
#include "shared/credit/verdict.h"
#include "shared/protocol/messages.h"

namespace ce::feed {

/// The years of people as the delta tells them, from the standings that the store keeps: nothing is judged.
/// For one page. Borrows `packs`.
class KeptYears {
 public:
  explicit KeptYears(credit::PackShelf const& packs) : packs_(packs) {}

  /// A person's years that have something to show, newest first. `kept`: all of theirs by year. Nothing where
  /// none is kept, or one was judged by another pack than today's or kept before all was that the delta
  /// tells.
  [[nodiscard]] std::optional<std::vector<protocol::YearProgress>> of(
      std::span<standings::Standing const> kept);

 private:
  /// What everybody's year has in common.
  struct Year {
    std::string mark;           // of the pack that judges it now; empty: none does
    credit::Verdict of_nobody;  // what is required
  };
  Year const& year(int year);

  credit::PackShelf const& packs_;
  std::map<int, Year> years_;
};

}  // namespace ce::feed
