#include "shared/credit/account.h"

#include "shared/credit/words.h"

namespace ce::credit {
namespace {

using Lines = std::vector<std::string>;

std::string standing_line(std::string_view name, SubjectStanding const& standing) {
  std::string line{name};
  line += "：完成 " + hours_text(standing.done) + "，要求 " + hours_text(standing.required);
  if (standing.missing().count > 0) line += "，还差 " + hours_text(standing.missing());
  return line;
}

void add_standings(Verdict const& verdict, Lines& lines) {
  lines.push_back(standing_line("公需科目", verdict.public_subject));
  lines.push_back(standing_line("专业科目", verdict.professional));
  lines.push_back(standing_line("　其中必修", verdict.professional_mandatory));
  if (verdict.achievement_credit.count > 0) {
    lines.push_back("　其中成果、学历教育计 " + hours_text(verdict.achievement_credit));
  }
  lines.push_back(standing_line("选修科目", verdict.elective));
  if (verdict.elective_help.count > 0) {
    lines.push_back("　其他科目超出部分抵 " + hours_text(verdict.elective_help));
  }
  lines.push_back(standing_line("合计", verdict.total));
}

void add_conclusion(Verdict const& verdict, Lines& lines) {
  if (verdict.complete) {
    lines.emplace_back("结论：已完成本年度学习任务");
    return;
  }
  lines.emplace_back("结论：尚未完成本年度学习任务");
  for (Reason reason : verdict.reasons) {
    lines.push_back("　" + sentence(reason, verdict) + "（" + article_words(article_of(reason)) + "）");
  }
}

std::string record_title(Record const& record) {
  std::string title{words_for(record.subject)};
  if (record.subject == Subject::professional && record.mandatory) title += "（必修）";
  title += " " + std::string{words_for(record.activity)};
  if (record.activity == Activity::achievement) {
    title += "：" + std::string{words_for(record.kind)} + "，" + std::string{words_for(record.role)};
  }
  if (record.start && record.end) title += " " + record.start->iso() + " 至 " + record.end->iso();
  return title;
}

void add_records(Verdict const& verdict, std::span<Record const> records, Lines& lines) {
  if (records.empty()) return;
  lines.emplace_back("逐条记录：");
  for (std::size_t i = 0; i < records.size() && i < verdict.counted.size(); ++i) {
    Counted const& counted = verdict.counted[i];
    std::string line = "　" + std::to_string(i + 1) + ". " + record_title(records[i]) + "：";
    line += counted.units.count > 0 ? "计 " + hours_text(counted.units) : "不计";
    for (Note note : counted.notes) {
      line += "；" + std::string{sentence(note)} + "（" + article_words(article_of(note)) + "）";
    }
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::vector<std::string> account_of(Verdict const& verdict, std::span<Record const> records) {
  Lines lines;
  lines.push_back(std::to_string(verdict.year) + " 年度继续教育学习情况（规则 " + std::string{verdict.pack} +
                  "）");
  add_standings(verdict, lines);
  add_conclusion(verdict, lines);
  add_records(verdict, records, lines);
  auto const ways = ways_to_close(verdict);
  if (!ways.empty()) lines.emplace_back("如何补齐：");
  for (std::string const& way : ways) lines.push_back("　" + way);
  return lines;
}

}  // namespace ce::credit
