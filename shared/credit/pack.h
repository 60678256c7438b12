#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/units.h"
#include "shared/certificate/number.h"
#include "shared/certificate/sheet.h"
#include "shared/credit/duties.h"

namespace ce::credit {

// One enum per open question of rules.md; the first value is our reading.

/// Does surplus in one subject help another.
enum class SubjectCompensation : std::uint8_t { none, to_elective, total_only };
/// What a study day of more hours than the pack's day counts: the pack's day, or its own hours.
enum class DayCredit : std::uint8_t { fixed, actual };
/// What a study day of fewer hours counts (article 3's last sentence).
enum class ShortDay : std::uint8_t { hours, full_day };
enum class MinutesRounding : std::uint8_t { exact, floor_hour };
/// Which date of a record names its year; an explicit credit year wins over both.
enum class YearAttribution : std::uint8_t { end_date, start_date };
/// Several non-lead achievements of one year (article 7).
enum class NonleadStacking : std::uint8_t { max, sum_capped };
/// A year without a study guide: nothing is mandatory and article 7 fills two thirds of the subject, or the
/// pack's least mandatory part applies all the same.
enum class NoGuide : std::uint8_t { none_required_cap_two_thirds, pack_minimum };
enum class PaperYear : std::uint8_t { publication_year, any };
/// Degree study fills every year that it lasted, or the year of its end alone (article 11).
enum class DegreeCredit : std::uint8_t { each_year, on_completion };
/// Whether records of approved sites need the review of article 13.
enum class AutoOnlineReview : std::uint8_t { required, automatic };

/// Every switch of rules.md, set to our reading.
struct Switches {
  SubjectCompensation subject_compensation = SubjectCompensation::none;
  DayCredit day_credit = DayCredit::fixed;
  ShortDay short_day = ShortDay::hours;
  ShortDay lecture_short_day = ShortDay::hours;
  MinutesRounding minutes_rounding = MinutesRounding::exact;
  YearAttribution year_attribution = YearAttribution::end_date;
  bool carry_over = false;
  NonleadStacking nonlead_stacking = NonleadStacking::max;
  NoGuide no_guide = NoGuide::none_required_cap_two_thirds;
  PaperYear paper_year = PaperYear::publication_year;
  DegreeCredit degree_credit = DegreeCredit::each_year;
  AutoOnlineReview auto_online_review = AutoOnlineReview::required;
  HostedReview hosted_review = HostedReview::replace_employer;
  certificate::NumberRules numbering;
  certificate::SealMode seal_mode = certificate::SealMode::e_seal;
};

/// What the year's professional study guide demands (article 6).
struct StudyGuide {
  CreditUnits professional_mandatory;
  bool operator==(StudyGuide const&) const = default;
};

/// The guide of one year.
struct YearGuide {
  std::int16_t year = 0;
  StudyGuide guide;
};

/// The figures and readings by which the years `from_year` to `to_year` are judged. Immutable after loading;
/// any thread.
struct RulePack {
  std::string id;  // "GD2010"
  std::int16_t from_year = 0;
  std::int16_t to_year = 0;  // inclusive
  CreditUnits public_required;
  CreditUnits professional_required;
  CreditUnits elective_required;
  CreditUnits total_required;
  CreditUnits day;            // what one study day counts (article 3)
  CreditUnits mandatory_min;  // the least mandatory part of the professional subject (article 6)
  Switches switches;
  Duties duties;  // who registers and who reviews (articles 4 and 13)
  std::vector<YearGuide> guides;

  [[nodiscard]] bool covers(int year) const { return from_year <= year && year <= to_year; }
  /// The guide of `year`, or nothing where none was published.
  [[nodiscard]] std::optional<StudyGuide> guide_of(int year) const;
  /// The parties that a record passes, in order (article 13).
  [[nodiscard]] Parties chain_of(Subject subject, Route route) const {
    return duties.chain(route, subject, switches.hosted_review);
  }
};

}  // namespace ce::credit
