#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/date.h"
#include "shared/base/units.h"

namespace ce::credit {

/// Article 3: the three subjects (公需 / 专业 / 选修科目).
enum class Subject : std::uint8_t { public_subject, professional, elective };
inline constexpr std::size_t subject_count = 3;

/// Articles 4 and 7-12: what a record is about.
enum class Activity : std::uint8_t {
  training,             // 4(1), 8: a course at an institution
  superior_seminar,     // 9: study class of a higher authority, by actual days
  lecture,              // 10: lectures, demonstrations, 6 hours a day
  practice,             // 4(2)
  academic_conference,  // 4(2)
  academic_visit,       // 4(2)
  remote_education,     // 4(3)
  online_approved,      // 4(4), 12: counted by the approved site itself
  achievement,          // 7
  degree,               // 11: degree study in service
};
inline constexpr std::size_t activity_count = 10;

/// Article 7(1), items 1 to 5.
enum class AchievementKind : std::uint8_t { patent, monograph, provincial_project, paper, other_recognised };

/// Article 7: 主创 (lead) and 非主创 (other) authors.
enum class AuthorRole : std::uint8_t { lead, other };

enum class Assessment : std::uint8_t { none, pass, fail, absent };

/// Where a record stands in the review of article 13; only `approved` counts.
enum class ReviewState : std::uint8_t {
  pending_employer,
  pending_agency,
  pending_industry,
  pending_hrss,
  returned,
  rejected,
  approved,
};

/// What judging needs of one learning record; the words (content, institution, proof) stay with their
/// owner and are tied to it by the record's place in the list. Plain value without heap memory.
struct Record {
  Subject subject = Subject::public_subject;
  Activity activity = Activity::training;
  ReviewState review = ReviewState::approved;
  Assessment assessment = Assessment::none;
  bool mandatory = false;  // content that the year's guide makes mandatory (article 6); professional only
  bool in_guide = true;    // online_approved: content within the guide (article 12)
  bool within_schooling = true;  // degree: finished within the schooling period (article 11)
  AchievementKind kind = AchievementKind::patent;
  AuthorRole role = AuthorRole::lead;
  std::optional<CreditUnits> hours;          // credit hours as stated
  std::optional<std::int32_t> half_days;     // study days, in halves
  std::optional<CreditUnits> hours_per_day;  // credit hours in each of those days
  std::optional<std::int32_t> minutes;       // clock minutes
  std::optional<Date> start;
  std::optional<Date> end;
  std::optional<std::int16_t> credit_year;  // explicit year wins over the end date

  bool operator==(Record const&) const = default;
};

}  // namespace ce::credit
