#include "central/seed/studies.h"

#include <algorithm>
#include <array>

#include "central/seed/calendar.h"

namespace ce::seed {
namespace {

using credit::Activity;
using credit::Assessment;
using credit::Record;
using credit::ReviewState;
using credit::Subject;

Study timed(Subject subject, Activity activity, Host host, std::string content, CreditUnits hours) {
  Study study{std::move(content), host, {}};
  study.record.subject = subject;
  study.record.activity = activity;
  study.record.hours = hours;
  bool const tested = activity == Activity::training || activity == Activity::online_approved ||
                      activity == Activity::superior_seminar;
  study.record.assessment = tested ? Assessment::pass : Assessment::none;
  return study;
}

/// `whole` in one or two records of full hours.
std::vector<CreditUnits> parts(Random& random, CreditUnits whole) {
  auto const hours = static_cast<int>(whole.count / CreditUnits::per_hour);
  if (hours < 8 || random.per_mille(400)) return {whole};
  auto const first = CreditUnits::hours(random.between(hours / 3, hours * 2 / 3));
  return {first, whole - first};
}

void add_public(Random& random, StudyYear const& of, std::vector<Study>& out) {
  for (auto const hours : parts(random, of.pack.public_required)) {
    bool const online = random.per_mille(800);
    std::string content = std::to_string(of.year) + "年度公需科目：";
    content += random.pick(public_topics());
    out.push_back(timed(Subject::public_subject, online ? Activity::online_approved : Activity::training,
                        online ? Host::online_site : Host::institution, std::move(content), hours));
  }
}

Study achievement(Random& random) {
  constexpr auto titles = std::to_array<std::string_view>(
      {"实用新型专利", "专业学术专著", "省级科技计划项目结题", "省级以上专业刊物论文", "行业认定技术成果"});
  Study study;
  study.record.subject = Subject::professional;
  study.record.activity = Activity::achievement;
  study.record.role = credit::AuthorRole::lead;
  int const kind = random.below(static_cast<int>(titles.size()));
  study.record.kind = static_cast<credit::AchievementKind>(kind);
  study.content = titles.at(static_cast<std::size_t>(kind));
  return study;
}

void add_professional(Random& random, StudyYear const& of, std::vector<Study>& out) {
  auto const guide = of.pack.guide_of(of.year);
  auto const must = guide ? guide->professional_mandatory : CreditUnits{};
  if (must.count > 0) {
    std::string content{random.pick(of.sector.mandatory)};
    auto study =
        timed(Subject::professional, Activity::training, Host::institution, content + "（必修）", must);
    study.record.mandatory = true;
    out.push_back(std::move(study));
    if (random.per_mille(80)) return out.push_back(achievement(random));  // article 7: fills all the rest
  }
  constexpr auto ways =
      std::to_array<Activity>({Activity::training, Activity::training, Activity::academic_conference,
                               Activity::remote_education, Activity::superior_seminar});
  for (auto const hours : parts(random, of.pack.professional_required - must)) {
    std::string content{random.pick(of.sector.courses)};
    out.push_back(
        timed(Subject::professional, random.pick(ways), Host::institution, std::move(content), hours));
  }
}

void add_elective(Random& random, StudyYear const& of, std::vector<Study>& out) {
  constexpr auto ways = std::to_array<Activity>(
      {Activity::training, Activity::remote_education, Activity::practice, Activity::academic_visit});
  for (auto const hours : parts(random, of.pack.elective_required)) {
    std::string content{random.pick(elective_topics())};
    out.push_back(timed(Subject::elective, random.pick(ways), Host::institution, std::move(content), hours));
  }
}

/// Where the review of article 13 may stand.
ReviewState pending(Random& random, Record const& record) {
  if (record.subject == Subject::elective) return ReviewState::pending_employer;
  if (record.subject == Subject::professional && random.per_mille(500)) return ReviewState::pending_industry;
  return random.per_mille(500) ? ReviewState::pending_hrss : ReviewState::pending_employer;
}

void leave_gaps(Random& random, std::vector<Study>& studies) {
  auto const kept = std::max(1, static_cast<int>(studies.size()) * random.between(3, 8) / 10);
  while (static_cast<int>(studies.size()) > kept) {
    studies.erase(studies.begin() + random.below(static_cast<int>(studies.size())));
  }
  for (auto& study : studies) {
    if (study.record.hours && random.per_mille(500)) {
      study.record.hours = CreditUnits::minutes(study.record.hours->count / CreditUnits::per_minute * 5 / 9);
    }
  }
}

void add_uncounted(Random& random, StudyYear const& of, std::vector<Study>& out) {
  std::string content{random.pick(of.sector.courses)};
  auto study = timed(Subject::professional, Activity::training, Host::institution, std::move(content),
                     CreditUnits::hours(random.between(4, 12)));
  switch (random.below(3)) {
    case 0:
      study.record.assessment = Assessment::fail;
      break;
    case 1:
      study.record.review = ReviewState::returned;
      break;
    default:
      study.record.review = ReviewState::rejected;
  }
  out.push_back(std::move(study));
}

}  // namespace

std::vector<Study> make_studies(Random& random, StudyYear const& of, YearCourse course) {
  std::vector<Study> studies;
  if (course == YearCourse::nothing) return studies;
  add_public(random, of, studies);
  add_professional(random, of, studies);
  add_elective(random, of, studies);
  if (course == YearCourse::partial) leave_gaps(random, studies);
  if (course == YearCourse::in_review) {
    auto& first = studies[static_cast<std::size_t>(random.below(static_cast<int>(studies.size())))];
    first.record.review = pending(random, first.record);
    for (auto& study : studies) {
      if (random.per_mille(300)) study.record.review = pending(random, study.record);
    }
  }
  if (random.per_mille(90)) add_uncounted(random, of, studies);
  spread_over_year(random, of.year, of.last_day, studies);
  return studies;
}

}  // namespace ce::seed
