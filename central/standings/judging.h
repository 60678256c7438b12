#pragma once

#include "central/standings/standing.h"
#include "central/store/people.h"
#include "shared/credit/judge.h"
#include "shared/credit/pack.h"

namespace ce::standings {

/// The records of one person, ready to be judged for several years.
class Judging {
 public:
  /// Borrows `records`.
  explicit Judging(store::PersonRecords const& records);

  /// By the year's pack and guide. Borrows `pack`; valid until the next call.
  credit::Verdict const& judge(credit::RulePack const& pack, int year);

 private:
  std::vector<credit::Record> records_;
  credit::Verdict verdict_;
};

/// A verdict as a standing, without person, region and certificate: state is nothing, incomplete or ready.
[[nodiscard]] Standing standing_by(credit::Verdict const& verdict);

}  // namespace ce::standings
