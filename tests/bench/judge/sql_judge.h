#pragma once

#include <sqlite3.h>  // a peer under measure: it is met without shared/storage between

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "shared/credit/pack.h"
#include "shared/credit/record.h"

namespace ce::bench {

/// What the statement tells of one person's year, in CreditUnits.
struct SqlVerdict {
  std::int64_t public_subject = 0, professional = 0, mandatory = 0, achievement = 0, elective = 0;
  bool complete = false;
};

/// The judge's rules as one SQL statement over a table of records in SQLite's memory, by our reading of every
/// switch: what somebody would write who lets the database judge. Aborts on a failure. One thread.
class SqlJudge {
 public:
  SqlJudge(std::span<std::vector<credit::Record> const> everyone, credit::RulePack const& pack,
           credit::StudyGuide const& guide, int year);

  /// One statement for one person, prepared once.
  SqlVerdict one(std::int64_t person);
  /// One statement for all; how many are complete.
  std::int64_t complete_of_all();

 private:
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_;
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> one_, all_;
};

}  // namespace ce::bench
