#include "shared/credit/words.h"

#include <array>

namespace ce::credit {
namespace {

template <class Enum, std::size_t Size>
std::string_view at(std::array<std::string_view, Size> const& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

constexpr auto subjects = std::to_array<std::string_view>({"公需科目", "专业科目", "选修科目"});
constexpr auto activities =
    std::to_array<std::string_view>({"培训", "上级主管部门研修班", "学术报告、专题讲座", "继续教育实践",
                                     "学术会议", "学术访问", "远程教育", "网上学习", "成果", "在职学历教育"});
constexpr auto kinds = std::to_array<std::string_view>(
    {"专利", "专著", "省级以上专业课题", "省级以上刊物论文", "其他认可的成果"});
constexpr auto roles = std::to_array<std::string_view>({"主创人员", "非主创人员"});
constexpr auto assessments = std::to_array<std::string_view>({"未考核", "合格", "不合格", "缺考"});
constexpr auto states =
    std::to_array<std::string_view>({"待用人单位审核", "待人才服务机构审核", "待行业主管部门审核认定",
                                     "待人社部门审核", "已退回", "未通过", "已认定"});
constexpr auto parts =
    std::to_array<std::string_view>({"公需科目", "专业科目", "专业科目必修", "选修科目", "年度总量"});
constexpr auto note_words = std::to_array<std::string_view>({
    "考核未合格，不计算学习时间",
    "不属于本年度，计入其所属年度",
    "尚未通过审核认定，暂不计算",
    "超出规定的学制年限，不计算",
    "学习内容不在学习指南之内，不计算",
    "学习天数多于起止日期之间的天数，超出部分不计算",
    "与另一条记录时间重叠或内容重复，请核对",
});

std::string half_steps(CreditUnits units) {
  std::int64_t const halves = units.count / (CreditUnits::per_hour / 2);
  return std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ".5");
}

bool is_half_step(CreditUnits units) {
  return units.count % (CreditUnits::per_hour / 2) == 0;
}

std::string with_minutes(CreditUnits units) {
  std::int64_t const rest = units.count % CreditUnits::per_hour;
  std::int64_t const hours = units.count / CreditUnits::per_hour;
  std::string text = hours == 0 ? "" : std::to_string(hours) + " 学时 ";
  text += std::to_string(rest / CreditUnits::per_minute) + " 分钟";
  return rest % CreditUnits::per_minute == 0 ? text : text + " 30 秒";
}

SubjectStanding const& standing_of(Reason reason, Verdict const& verdict) {
  switch (reason) {
    case Reason::public_short:
      return verdict.public_subject;
    case Reason::professional_short:
      return verdict.professional;
    case Reason::professional_mandatory_short:
      return verdict.professional_mandatory;
    case Reason::elective_short:
      return verdict.elective;
    case Reason::total_short:
      break;
  }
  return verdict.total;
}

bool has(Verdict const& verdict, Reason reason) {
  return verdict.reasons.contains(reason);
}

// The professional gap outside the mandatory part: what an achievement may still fill.
CreditUnits open_gap(Verdict const& verdict) {
  CreditUnits const all = verdict.professional.missing();
  CreditUnits const mandatory = verdict.professional_mandatory.missing();
  return all > mandatory ? all - mandatory : CreditUnits{};
}

}  // namespace

std::string hours_number(CreditUnits units) {
  return is_half_step(units) ? half_steps(units) : with_minutes(units);
}

std::string hours_text(CreditUnits units) {
  return is_half_step(units) ? half_steps(units) + " 学时" : with_minutes(units);
}

std::string_view words_for(Subject subject) {
  return at(subjects, subject);
}

std::string_view words_for(Activity activity) {
  return at(activities, activity);
}

std::string_view words_for(AchievementKind kind) {
  return at(kinds, kind);
}

std::string_view words_for(AuthorRole role) {
  return at(roles, role);
}

std::string_view words_for(Assessment assessment) {
  return at(assessments, assessment);
}

std::string_view words_for(ReviewState state) {
  return at(states, state);
}

std::string article_words(int article) {
  constexpr auto digits =
      std::to_array<std::string_view>({"", "一", "二", "三", "四", "五", "六", "七", "八", "九"});
  std::string number;
  if (article >= 10)
    number += (article >= 20 ? std::string{digits.at(static_cast<std::size_t>(article) / 10)} : "") + "十";
  number += digits.at(static_cast<std::size_t>(article) % 10);
  return "第" + number + "条";
}

CreditUnits missing_by(Reason reason, Verdict const& verdict) {
  CreditUnits const missing = standing_of(reason, verdict).missing();
  return reason == Reason::elective_short ? missing - verdict.elective_help : missing;
}

std::string sentence(Reason reason, Verdict const& verdict) {
  return "还差" + std::string{at(parts, reason)} + " " + hours_text(missing_by(reason, verdict));
}

std::string_view sentence(Note note) {
  return at(note_words, note);
}

std::vector<std::string> ways_to_close(Verdict const& verdict) {
  std::vector<std::string> ways;
  if (has(verdict, Reason::public_short)) {
    ways.push_back("参加公需科目学习指南规定的学习 " + hours_text(missing_by(Reason::public_short, verdict)) +
                   "（第六条）");
  }
  if (has(verdict, Reason::professional_mandatory_short)) {
    ways.push_back("完成专业科目学习指南的必修内容 " +
                   hours_text(missing_by(Reason::professional_mandatory_short, verdict)) +
                   "；成果和学历教育不能代替必修（第六条、第七条）");
  }
  CreditUnits const open = open_gap(verdict);
  if (has(verdict, Reason::professional_short) && open.count > 0) {
    ways.push_back("补学专业科目必修以外的内容 " + hours_text(open) +
                   "，或登记本年度的成果、在职学历教育成绩（第七条、第十一条）");
  }
  if (has(verdict, Reason::elective_short)) {
    ways.push_back("与单位商定并完成选修科目学习 " + hours_text(missing_by(Reason::elective_short, verdict)) +
                   "（第六条）");
  }
  bool const waiting = verdict.notes.contains(Note::not_approved);
  if (!verdict.complete && waiting) ways.emplace_back("有记录尚未通过审核认定，认定后重新计算（第十三条）");
  if (ways.empty() && has(verdict, Reason::total_short)) {
    ways.push_back("任一科目再学习 " + hours_text(verdict.total.missing()) + "（第三条）");
  }
  return ways;
}

}  // namespace ce::credit
