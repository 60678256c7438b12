#include "shared/credit/account.h"

#include "shared/credit/words.h"

namespace ce::credit {
namespace {

using Lines = std::vector<std::string>;

std::string standing_line(std::string_view name, SubjectStanding const& standing) {
  std::string line{name};
  line += "：已完成 " + hours_text(standing.done) + "，要求 " + hours_text(standing.required);
  if (standing.required.count == 0) return line;
  return line + (standing.missing().count > 0 ? "，还差 " + hours_text(standing.missing()) : "，已达到");
}

void add_heading(Verdict const& verdict, RulePack const& pack, Lines& lines) {
  lines.push_back(std::to_string(verdict.year) + " 年度专业技术人员继续教育学习情况说明");
  lines.push_back("本年度按规则 " + std::string{verdict.pack} + " 计算：全年 " +
                  hours_text(pack.total_required) + "（公需科目 " + hours_number(pack.public_required) +
                  "，专业科目 " + hours_number(pack.professional_required) + "，选修科目 " +
                  hours_number(pack.elective_required) + "）；1 学时为 45 分钟，1 天计 " +
                  hours_text(pack.day) + "。");
}

void add_standings(Verdict const& verdict, Lines& lines) {
  lines.emplace_back("一、完成情况");
  lines.push_back(standing_line("　公需科目", verdict.public_subject));
  lines.push_back(standing_line("　专业科目", verdict.professional));
  lines.push_back(standing_line("　　其中必修内容", verdict.professional_mandatory));
  if (verdict.achievement_credit.count > 0) {
    lines.push_back("　　其中由成果、在职学历教育计入：" + hours_text(verdict.achievement_credit));
  }
  lines.push_back(standing_line("　选修科目", verdict.elective));
  if (verdict.elective_help.count > 0) {
    lines.push_back("　　其他科目超出部分抵选修：" + hours_text(verdict.elective_help));
  }
  lines.push_back(standing_line("　合计", verdict.total));
}

// Complete although a subject is not: its pack lets the subjects make up for one another.
bool by_total_alone(Verdict const& verdict) {
  return verdict.public_subject.missing().count > 0 || verdict.professional.missing().count > 0 ||
         verdict.elective_help < verdict.elective.missing();
}

void add_conclusion(Verdict const& verdict, Lines& lines) {
  lines.emplace_back("二、结论");
  if (verdict.complete) {
    lines.emplace_back("　您已完成本年度继续教育学习任务。");
    if (by_total_alone(verdict)) lines.emplace_back("　本年度规则按全年总学时计算，各科目学时可以互补。");
    return;
  }
  lines.emplace_back("　您尚未完成本年度继续教育学习任务：");
  for (Reason const reason : verdict.reasons) {
    lines.push_back("　　" + sentence(reason, verdict) + "（" + article_words(article_of(reason)) + "）");
  }
}

void add_records(Verdict const& verdict, std::span<Record const> records, RulePack const& pack,
                 Lines& lines) {
  lines.emplace_back("三、逐条说明");
  if (records.empty()) lines.emplace_back("　本年度还没有登记学习记录。");
  for (std::string const& line : record_lines(verdict, records, pack)) lines.push_back("　" + line);
}

void add_ways(Verdict const& verdict, Lines& lines) {
  auto const ways = ways_to_close(verdict);
  if (ways.empty()) return;
  lines.emplace_back("四、如何补齐");
  for (std::size_t i = 0; i < ways.size(); ++i) {
    lines.push_back("　" + std::to_string(i + 1) + ". " + ways[i]);
  }
}

}  // namespace

std::vector<std::string> account_of(Verdict const& verdict, std::span<Record const> records,
                                    RulePack const& pack) {
  Lines lines;
  add_heading(verdict, pack, lines);
  add_standings(verdict, lines);
  add_conclusion(verdict, lines);
  add_records(verdict, records, pack, lines);
  add_ways(verdict, lines);
  lines.emplace_back("如对记录有疑问，请向登记单位或者所在地人力资源社会保障部门核对。");
  return lines;
}

}  // namespace ce::credit
