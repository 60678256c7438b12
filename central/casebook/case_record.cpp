#include "central/casebook/case_record.h"

#include "central/casebook/words.h"

namespace ce::casebook {
namespace {

using credit::AchievementKind;
using credit::Activity;
using credit::Assessment;
using credit::AuthorRole;
using credit::Record;
using credit::ReviewState;
using credit::Subject;

constexpr auto subjects = std::to_array<Word<Subject>>({
    {"public", Subject::public_subject},
    {"professional", Subject::professional},
    {"elective", Subject::elective},
});

constexpr auto activities = std::to_array<Word<Activity>>({
    {"training", Activity::training},
    {"superior_seminar", Activity::superior_seminar},
    {"lecture", Activity::lecture},
    {"practice", Activity::practice},
    {"academic_conference", Activity::academic_conference},
    {"academic_visit", Activity::academic_visit},
    {"remote_education", Activity::remote_education},
    {"online_approved", Activity::online_approved},
    {"achievement", Activity::achievement},
    {"degree", Activity::degree},
});

constexpr auto assessments = std::to_array<Word<Assessment>>({
    {"none", Assessment::none},
    {"pass", Assessment::pass},
    {"fail", Assessment::fail},
    {"absent", Assessment::absent},
});

constexpr auto states = std::to_array<Word<ReviewState>>({
    {"approved", ReviewState::approved},
    {"pending", ReviewState::pending_employer},
    {"returned", ReviewState::returned},
    {"rejected", ReviewState::rejected},
});

constexpr auto roles =
    std::to_array<Word<AuthorRole>>({{"lead", AuthorRole::lead}, {"other", AuthorRole::other}});

// Article 7(1) closes with "other achievements", so every kind that is not named is one of those.
AchievementKind kind_of(std::string_view name) {
  if (name == "patent") return AchievementKind::patent;
  if (name == "monograph") return AchievementKind::monograph;
  if (name == "paper") return AchievementKind::paper;
  if (name == "project" || name == "provincial_project") return AchievementKind::provincial_project;
  return AchievementKind::other_recognised;
}

Result<void> read_time(Record& record, Json const& object) {
  CE_TRY(record.hours, optional_hours(object, "hours"));
  CE_TRY(record.half_days, optional_half_days(object, "days"));
  CE_TRY(record.hours_per_day, optional_hours(object, "hours_per_day"));
  CE_TRY(auto const minutes, optional_integer(object, "minutes"));
  constexpr std::int64_t most_minutes = 366 * 24 * 60;
  if (minutes && (*minutes < 0 || *minutes > most_minutes)) {
    return malformed("minutes", "expected clock minutes, zero or more, at most a year of them");
  }
  if (minutes) record.minutes = static_cast<std::int32_t>(*minutes);
  CE_TRY(record.start, optional_date(object, "start"));
  CE_TRY(record.end, optional_date(object, "end"));
  if (record.start && record.end && *record.end < *record.start) return malformed("end", "before start");
  CE_TRY(auto const year, optional_integer(object, "credit_year"));
  if (year && (*year < 1 || *year > 9999)) return malformed("credit_year", "expected a year");
  if (year) record.credit_year = static_cast<std::int16_t>(*year);
  return {};
}

}  // namespace

Result<Activity> activity_of(Json const& object) {
  return word_of(object, "activity", activities);
}

Result<Subject> subject_of(Json const& object) {
  return word_of(object, "subject", subjects);
}

Result<Record> record_of(Json const& object) {
  if (!object.is_object()) return malformed("record", "expected an object");
  Record record;
  CE_TRY(record.activity, activity_of(object));
  if (field(object, "subject") == nullptr && record.activity == Activity::achievement) {
    record.subject = Subject::professional;
  } else {
    CE_TRY(record.subject, subject_of(object));
  }
  CE_TRY(record.review, word_of(object, "status", states, std::optional{ReviewState::approved}));
  CE_TRY(record.assessment, word_of(object, "assessment", assessments, std::optional{Assessment::none}));
  CE_TRY(record.role, word_of(object, "role", roles, std::optional{AuthorRole::lead}));
  CE_TRY(auto const kind, optional_text(object, "kind"));
  if (kind) record.kind = kind_of(*kind);
  CE_TRY(auto const mandatory, optional_flag(object, "mandatory"));
  CE_TRY(auto const in_guide, optional_flag(object, "in_guide"));
  CE_TRY(auto const within_schooling, optional_flag(object, "within_schooling"));
  record.mandatory = mandatory.value_or(false);
  record.in_guide = in_guide.value_or(true);
  record.within_schooling = within_schooling.value_or(true);
  CE_CHECK(read_time(record, object));
  return record;
}

}  // namespace ce::casebook
