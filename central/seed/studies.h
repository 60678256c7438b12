#pragma once

#include <string>
#include <vector>

#include "central/seed/random.h"
#include "central/seed/sectors.h"
#include "shared/credit/pack.h"
#include "shared/credit/record.h"

namespace ce::seed {

/// How far somebody came in a year.
enum class YearCourse : std::uint8_t { complete, in_review, partial, nothing };

/// Who gave a course.
enum class Host : std::uint8_t { none, online_site, institution };

struct Study {
  std::string content;
  Host host = Host::none;
  credit::Record record;
};

struct StudyYear {
  credit::RulePack const& pack;
  Sector const& sector;
  int year = 0;
  Date last_day;  // nothing ends later
};

/// The records of one person's year in the order of their dates, not overlapping. A `complete` one is judged
/// complete by its pack; some hold a failed, returned or rejected record besides.
[[nodiscard]] std::vector<Study> make_studies(Random& random, StudyYear const& of, YearCourse course);

}  // namespace ce::seed
