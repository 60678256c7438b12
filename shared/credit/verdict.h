#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/base/enum_set.h"
#include "shared/base/units.h"
#include "shared/credit/record.h"

namespace ce::credit {

/// Why a year is not complete. Order is the order in which a verdict lists them.
enum class Reason : std::uint8_t {
  public_short,
  professional_short,
  professional_mandatory_short,
  elective_short,
  total_short,
};

/// Why a record counted nothing or deserves a look.
enum class Note : std::uint8_t {
  failed_assessment,
  other_year,
  not_approved,
  outside_schooling_period,
  not_in_guide,
  days_exceed_dates,
  overlap_warning,
};

/// "PUBLIC_SHORT", "OVERLAP_WARNING": the stable codes of rules.md.
[[nodiscard]] std::string_view code_of(Reason reason);
[[nodiscard]] std::string_view code_of(Note note);

/// The article of the regulation that a reason or note rests on, or that says how an activity counts (3 where
/// no article names it).
[[nodiscard]] int article_of(Reason reason);
[[nodiscard]] int article_of(Note note);
[[nodiscard]] int article_of(Activity activity);

/// One subject of a year.
struct SubjectStanding {
  CreditUnits done;
  CreditUnits required;
  [[nodiscard]] CreditUnits missing() const { return done < required ? required - done : CreditUnits{}; }
};

/// What one record of the list came to; same place in the list as the record.
struct Counted {
  CreditUnits units;
  EnumSet<Note> notes;
};

/// The judgement of one person's year by that year's rule pack (articles 3 and 6 to 12).
struct Verdict {
  std::int16_t year = 0;
  std::string_view pack;  // id of the rule pack, owned by the pack
  SubjectStanding public_subject;
  SubjectStanding professional;  // mandatory part and achievements included
  SubjectStanding professional_mandatory;
  SubjectStanding elective;
  SubjectStanding total;
  CreditUnits achievement_credit;  // articles 7 and 11: filled into the non-mandatory professional part
  CreditUnits elective_help;       // surplus of other subjects that serves the elective one, by switch only
  bool complete = false;
  EnumSet<Reason> reasons;
  EnumSet<Note> notes;  // of all records
  std::vector<Counted> counted;
};

}  // namespace ce::credit
