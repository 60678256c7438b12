#include "tests/kiosk/samples/visits.h"

#include "kiosk/present/present.h"

namespace ce::samples {
namespace {

using credit::ReviewState;
using credit::Subject;

constexpr Instant now{1'795'500'300'000};  // 2026-11-24 14:05, a Tuesday

struct Lesson {
  std::string content;
  std::string institution;
  Subject subject;
  std::int64_t hours;
  ReviewState review;
  int month;
  int first;
  int last;
};

std::vector<Lesson> const& lessons() {
  static std::vector<Lesson> const all{
      {"BIM 技术在装配式建筑中的应用", "广东省建设工程质量安全检测总站", Subject::professional, 18,
       ReviewState::approved, 3, 11, 13},
      {"人工智能与高质量发展", "广东省继续教育公共服务平台", Subject::public_subject, 18,
       ReviewState::approved, 4, 20, 20},
      {"建筑抗震设计规范宣讲会", "广东省土木建筑学会", Subject::professional, 6,
       ReviewState::pending_industry, 6, 2, 2},
      {"实验室安全操作规程", "本单位内训", Subject::elective, 0, ReviewState::returned, 7, 15, 15},
      {"岭南建筑遗产保护与活化利用高级研修班", "华南理工大学继续教育学院", Subject::professional, 42,
       ReviewState::approved, 8, 9, 15}};
  return all;
}

}  // namespace

Date day(int year, int month, int of_month) {
  return Date::make(year, month, of_month).value_or(Date{});
}

std::string number_of(int year) {
  int const place = 128 + 2943 * (2025 - year) % 3971;
  auto const digits = std::to_string(1'000'000 + place).substr(1);
  return "440106" + std::to_string(year % 100) + digits;
}

std::vector<protocol::RecordLine> records_of(int year, std::size_t count) {
  std::vector<protocol::RecordLine> records;
  for (std::size_t i = 0; i < count; ++i) {
    auto const& lesson = lessons()[i % lessons().size()];
    protocol::RecordLine line;
    line.content = lesson.content;
    line.institution = lesson.institution;
    line.subject = lesson.subject;
    line.mandatory = i == 0;
    line.start = day(year, lesson.month, lesson.first);
    line.end = day(year, lesson.month, lesson.last);
    line.review = lesson.review;
    line.counted = CreditUnits::hours(lesson.hours);
    if (lesson.hours == 0) line.notes = {credit::Note::failed_assessment};
    records.push_back(std::move(line));
  }
  return records;
}

Done all_done() {
  auto const hours = [](std::int64_t count) { return CreditUnits::hours(count); };
  return {hours(18), hours(42), hours(14), hours(12)};
}

protocol::YearProgress year_of(int year, Done const& done, protocol::CertificateState state) {
  auto const whole = all_done();
  protocol::YearProgress line;
  line.year = year;
  line.public_subject = {done.public_subject, whole.public_subject};
  line.professional = {done.professional, whole.professional};
  line.professional_mandatory = {done.mandatory, whole.mandatory};
  line.elective = {done.elective, whole.elective};
  line.total = {done.public_subject + done.professional + done.elective, CreditUnits::hours(72)};
  line.complete = done.public_subject >= whole.public_subject && done.professional >= whole.professional &&
                  done.mandatory >= whole.mandatory && done.elective >= whole.elective;
  line.certificate.state = state;
  if (state == protocol::CertificateState::incomplete) return line;
  if (state == protocol::CertificateState::under_review) return line;
  line.certificate.number = number_of(year);
  line.certificate.authority = "广州市天河区人力资源和社会保障局";
  line.certificate.issue_date = day(year + 1, 1, 15);
  return line;
}

protocol::PersonYears person_with(std::vector<protocol::YearProgress> years) {
  protocol::PersonYears all;
  all.name = SecretText{"陈启明"};
  all.id_number = SecretText{"440524188001010014"};
  all.employer = "广东省建筑设计研究院有限公司";
  all.as_of = {1'795'413'900'000};
  all.years = std::move(years);
  return all;
}

std::vector<protocol::YearProgress> four_years() {
  using enum protocol::CertificateState;
  auto const hours = [](std::int64_t count) { return CreditUnits::hours(count); };
  std::vector<protocol::YearProgress> years{
      year_of(2026, {hours(18), hours(27) + CreditUnits::minutes(44), hours(8), hours(6)}, incomplete),
      year_of(2025, all_done(), printable), year_of(2024, all_done(), printed),
      year_of(2023, all_done(), revoked)};
  years[2].certificate.printed_at = Instant{1'741'000'000'000};
  years[3].certificate.revoked_reason = "单位更正学习记录";
  auto& records = years[0].records;
  records = records_of(2026, 3);
  records[1].review = ReviewState::pending_industry;
  records[2] = records_of(2026, 4).back();
  records[2].notes.push_back(credit::Note::other_year);
  while (records.size() < 12) records.push_back(records[0]);
  return years;
}

session::State at_rest() {
  session::State state;
  state.surroundings.central_online = true;
  return state;
}

session::State visit_of(protocol::PersonYears years) {
  auto state = at_rest();
  state.visitor = session::Visitor{{years.name, years.id_number, {}, {}}, true, std::move(years), false};
  return state;
}

Gathering::Gathering(session::Mode const& mode) : mode_(mode) {
  learn_at("http://www.gdsjxjy.com/");
}

void Gathering::learn_at(std::string const& url) {
  if (auto site = present::learning_site(url)) site_ = *std::move(site);
}

void Gathering::add(std::string name, session::State state, Tick tick) {
  state.mode = mode_;
  auto view = present::present(state, {"广州市天河区人力资源和社会保障服务大厅", now, tick, true, &site_},
                               shipped_vocabulary().of(mode_.language));
  all_.push_back({std::move(name), std::move(view)});
}

void Gathering::add(std::string name, session::State state, session::Stage stage) {
  state.stage = std::move(stage);
  add(std::move(name), std::move(state));
}

}  // namespace ce::samples
