#include "shared/credit/corpus.h"

namespace ce::credit::testing {
namespace {

constexpr CreditUnits one_unit{1};

Record of_hours(Subject subject, CreditUnits units, bool mandatory = false) {
  Record record;
  record.subject = subject;
  record.mandatory = mandatory;
  record.hours = units;
  return record;
}

Record of_days(Activity activity, CreditUnits per_day) {
  Record record;
  record.activity = activity;
  record.half_days = 2;
  record.hours_per_day = per_day;
  return record;
}

Record achieved(AchievementKind kind, AuthorRole role) {
  Record record;
  record.subject = Subject::professional;
  record.activity = Activity::achievement;
  record.kind = kind;
  record.role = role;
  return record;
}

Record dated(Record record, Date start, Date end) {
  record.start = start;
  record.end = end;
  return record;
}

Date day(int year, int month, int in_month) {
  return Date::make(year, month, in_month).value();
}

// Exactly what the pack asks for: public, elective, mandatory, other professional hours.
std::vector<Record> exact(RulePack const& pack, CreditUnits mandatory) {
  return {of_hours(Subject::public_subject, pack.public_required),
          of_hours(Subject::elective, pack.elective_required),
          of_hours(Subject::professional, mandatory, true),
          of_hours(Subject::professional, pack.professional_required - mandatory)};
}

void add_on_figures(std::vector<EdgePerson>& people, RulePack const& pack) {
  StudyGuide const least{};  // so that the pack's own least decides
  auto const all = exact(pack, pack.mandatory_min);
  people.push_back({"has exactly what is asked", least, all});
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto short_of_one = all;
    if (short_of_one[i].hours->count == 0) continue;
    short_of_one[i].hours = *short_of_one[i].hours - one_unit;
    people.push_back({"one unit short in part " + std::to_string(i), least, short_of_one});
    auto const other = i == 0 ? Subject::professional : Subject::public_subject;
    short_of_one.push_back(of_hours(i == 2 ? Subject::professional : other, one_unit));
    people.push_back({"one unit elsewhere than in part " + std::to_string(i), least, short_of_one});
  }
  people.push_back({"studied one day", least, {of_days(Activity::training, pack.day)}});
}

void add_on_time(std::vector<EdgePerson>& people, RulePack const& pack) {
  StudyGuide const least{pack.mandatory_min};
  CreditUnits const half{pack.day.count / 2};
  people.push_back({"a long day", least, {of_days(Activity::training, pack.day + half)}});
  people.push_back({"a short day", least, {of_days(Activity::training, half)}});
  people.push_back({"a short lecture", least, {of_days(Activity::lecture, half)}});
  Record minutes;
  minutes.minutes = 50;
  people.push_back({"fifty minutes", least, {minutes}});
}

void add_on_years(std::vector<EdgePerson>& people, RulePack const& pack, int year) {
  StudyGuide const least{pack.mandatory_min};
  auto const hours = of_hours(Subject::public_subject, CreditUnits::hours(9));
  people.push_back(
      {"across the turn of the year", least, {dated(hours, day(year - 1, 12, 31), day(year, 1, 2))}});
  auto const much = of_hours(Subject::public_subject, pack.public_required + one_unit);
  people.push_back(
      {"a surplus of last year", least, {dated(much, day(year - 1, 5, 1), day(year - 1, 5, 9))}});
  auto const paper = achieved(AchievementKind::paper, AuthorRole::lead);
  people.push_back({"last year's paper", least, {dated(paper, day(year - 1, 5, 1), day(year - 1, 5, 1))}});
  Record degree;
  degree.subject = Subject::professional;
  degree.activity = Activity::degree;
  degree.assessment = Assessment::pass;
  people.push_back(
      {"a degree that goes on", least, {dated(degree, day(year - 1, 9, 1), day(year + 2, 6, 30))}});
}

void add_on_readings(std::vector<EdgePerson>& people, RulePack const& pack) {
  StudyGuide const least{pack.mandatory_min};
  auto surplus = exact(pack, pack.mandatory_min);
  surplus[0].hours = *surplus[0].hours + CreditUnits::hours(3);
  surplus[1].hours = *surplus[1].hours - CreditUnits::hours(3);
  people.push_back({"more public hours, fewer electives", least, surplus});
  auto const other = achieved(AchievementKind::patent, AuthorRole::other);
  people.push_back({"two patents as another author", least, {other, other}});
  people.push_back({"a patent without a guide", {}, {achieved(AchievementKind::patent, AuthorRole::lead)}});
  Record online = of_hours(Subject::public_subject, CreditUnits::hours(6));
  online.activity = Activity::online_approved;
  online.review = ReviewState::pending_employer;
  people.push_back({"an approved site, not reviewed yet", least, {online}});
}

}  // namespace

std::vector<EdgePerson> edge_people(RulePack const& pack, int year) {
  std::vector<EdgePerson> people;
  add_on_figures(people, pack);
  add_on_time(people, pack);
  add_on_years(people, pack, year);
  add_on_readings(people, pack);
  return people;
}

}  // namespace ce::credit::testing
