#include "shared/credit/check_record.h"

#include <algorithm>
#include <string>

#include "shared/credit/counting.h"
#include "shared/credit/hours.h"

namespace ce::credit {
namespace {

using Faults = std::vector<RecordFault>;

constexpr CreditUnits one_day = CreditUnits::minutes(24 * 60);
// What nobody studies in a year: more hours than it has.
constexpr CreditUnits one_year{one_day.count * 366};
constexpr std::int32_t most_half_days = 2 * 366;

void check_amounts(Record const& record, Faults& faults) {
  if (record.hours && (record.hours->count <= 0 || *record.hours > one_year)) {
    faults.push_back({"hours", "学时应大于零，且不超过一年"});
  }
  if (record.half_days && (*record.half_days <= 0 || *record.half_days > most_half_days)) {
    faults.push_back({"days", "天数应大于零，且不超过一年"});
  }
  if (record.hours_per_day && (record.hours_per_day->count <= 0 || *record.hours_per_day > one_day)) {
    faults.push_back({"hours_per_day", "每天学时应大于零，且不超过一天"});
  }
  if (record.hours_per_day && !record.half_days) {
    faults.push_back({"hours_per_day", "写了每天学时，请同时写天数"});
  } else if (record.hours_per_day && record.half_days.value_or(0) * record.hours_per_day->count % 2 != 0) {
    faults.push_back({"hours_per_day", "天数乘以每天学时应为 30 秒的整数倍"});
  }
  if (record.minutes && (*record.minutes <= 0 || CreditUnits::minutes(*record.minutes) > one_year)) {
    faults.push_back({"minutes", "分钟数应大于零，且不超过一年"});
  }
}

void check_kind(Record const& record, Faults& faults) {
  bool const timed = record.hours || record.half_days || record.minutes;
  if (fills_gap(record.activity)) {
    if (record.subject != Subject::professional) {
      faults.push_back({"subject", "成果和学历教育只计入专业科目"});
    }
    if (record.mandatory) faults.push_back({"mandatory", "成果和学历教育不能作为必修内容"});
    if (timed) faults.push_back({"hours", "成果和学历教育不按学时登记"});
    return;
  }
  if (record.mandatory && record.subject != Subject::professional) {
    faults.push_back({"mandatory", "只有专业科目分必修内容"});
  }
  if (!timed) faults.push_back({"hours", "请写学时、天数或分钟数"});
}

void check_dates(Record const& record, Date today, Faults& faults) {
  if (!record.end) faults.push_back({"end", "请写结束日期"});
  if (!record.start && !fills_gap(record.activity)) faults.push_back({"start", "请写开始日期"});
  if (record.end && *record.end > today) faults.push_back({"end", "学习尚未结束"});
  auto const span = calendar_days(record);
  if (!span) return;
  if (*span <= 0) {
    faults.push_back({"end", "结束日期早于开始日期"});
    return;
  }
  if (record.half_days && *record.half_days > 2 * *span) {
    faults.push_back({"days", "天数多于起止日期之间的天数"});
  }
  if (record.hours && record.hours->count > *span * one_day.count) {
    faults.push_back({"hours", "学时多于起止日期之间的时间"});
  }
  if (record.minutes && CreditUnits::minutes(*record.minutes).count > *span * one_day.count) {
    faults.push_back({"minutes", "分钟数多于起止日期之间的时间"});
  }
}

void check_year(Record const& record, Faults& faults) {
  if (!record.end) return;
  int const last = record.end->year();
  int const first = record.start ? std::min(record.start->year(), last) : last;
  if (record.credit_year && (*record.credit_year < first || *record.credit_year > last)) {
    faults.push_back({"credit_year", "计入年度不在起止日期之内"});
  }
  if (!record.credit_year && first != last && record.activity != Activity::degree) {
    faults.push_back({"credit_year", "学习跨年度，请写明计入哪一年度"});
  }
}

Failure bad_hours(std::string_view what) {
  return {FailureCode::record_invalid, "hours: " + std::string{what}};
}

}  // namespace

std::vector<RecordFault> faults_of(Record const& record, Date today) {
  Faults faults;
  check_kind(record, faults);
  check_amounts(record, faults);
  check_dates(record, today, faults);
  check_year(record, faults);
  return faults;
}

Result<void> check_record(Record const& record, Date today) {
  auto const faults = faults_of(record, today);
  if (faults.empty()) return {};
  return Failure{FailureCode::record_invalid,
                 std::string{faults.front().field} + ": " + std::string{faults.front().sentence}};
}

Result<CreditUnits> parse_hours(std::string_view typed) {
  bool const decimal = typed.find_first_not_of("0123456789.") == std::string_view::npos;
  auto const units = decimal ? exact_hours(typed) : std::nullopt;
  if (!units) return bad_hours("expected a number like 6 or 10.5, a whole number of 30 s");
  if (units->count == 0) return bad_hours("must be more than nothing");
  return *units;
}

}  // namespace ce::credit
