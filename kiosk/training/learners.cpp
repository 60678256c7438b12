#include "kiosk/training/learners.h"

#include <utility>

namespace ce::training {
namespace {

using protocol::CertificateState;

CreditUnits hours(std::int64_t count) {
  return CreditUnits::hours(count);
}

protocol::RecordLine record(int year, std::string content, credit::Subject subject, std::int64_t counted) {
  protocol::RecordLine line;
  line.content = std::move(content);
  line.institution = "（培训）继续教育基地";
  line.subject = subject;
  line.mandatory = subject == credit::Subject::professional;
  line.start = Date::make(year, 5, 11).value_or(Date{});
  line.end = Date::make(year, 5, 13).value_or(Date{});
  line.stated = line.counted = hours(counted);
  return line;
}

protocol::YearProgress year_of_learner(int number, CertificateState state) {
  bool const complete = state != CertificateState::incomplete;
  protocol::YearProgress year;
  year.year = number;
  year.public_subject = {hours(18), hours(18)};
  year.professional = {hours(complete ? 42 : 28), hours(42)};
  year.professional_mandatory = {hours(14), hours(14)};
  year.elective = {hours(complete ? 12 : 6), hours(12)};
  year.total = {year.public_subject.done + year.professional.done + year.elective.done, hours(72)};
  year.complete = complete;
  if (!complete) year.reasons = {credit::Reason::professional_short, credit::Reason::elective_short};
  year.records = {record(number, "（培训）公需科目课程", credit::Subject::public_subject, 18),
                  record(number, "（培训）专业科目必修课程", credit::Subject::professional, 14)};
  year.certificate.state = state;
  if (!complete) return year;
  year.certificate.number = "000000" + std::to_string(number % 100) + "000001";
  year.certificate.authority = "（培训）发证单位";
  year.certificate.issue_date = Date::make(number, 11, 20).value_or(Date{});
  return year;
}

Learner learner(std::string label, std::string name, std::string id_number, Instant now,
                CertificateState state) {
  int const this_year = china_date(now).year();
  Learner one;
  one.label = std::move(label);
  one.secret = "123456";
  one.birth = id_number.substr(6, 8);
  one.years.name = SecretText{std::move(name)};
  one.years.id_number = SecretText{std::move(id_number)};
  one.years.region = "000000";
  one.years.employer = "（培训）某某单位";
  one.years.as_of = now;
  one.years.years = {year_of_learner(this_year, state),
                     year_of_learner(this_year - 1, CertificateState::printed)};
  return one;
}

}  // namespace

std::vector<Learner> learners(Instant now) {
  return {learner("可以打印", "演示甲", "440106189001010014", now, CertificateState::printable),
          learner("学时未满", "演示乙", "440106189102020027", now, CertificateState::incomplete),
          learner("已经打印", "演示丙", "44010618920303003X", now, CertificateState::printed)};
}

}  // namespace ce::training
