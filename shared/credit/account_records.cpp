#include <algorithm>

#include "shared/credit/account.h"
#include "shared/credit/counting.h"
#include "shared/credit/overlap.h"
#include "shared/credit/words.h"

namespace ce::credit {
namespace {

std::string days_text(std::int32_t half_days) {
  return std::to_string(half_days / 2) + (half_days % 2 == 0 ? " 天" : ".5 天");
}

// The study time as it was registered; nothing for achievements and degree study, which state none.
std::string amount_of(Record const& record) {
  std::string text;
  auto const add = [&text](std::string const& part) { text += (text.empty() ? "" : "、") + part; };
  if (record.hours) add(hours_text(*record.hours));
  if (record.half_days) {
    add(days_text(*record.half_days) +
        (record.hours_per_day ? "（每天 " + hours_text(*record.hours_per_day) + "）" : ""));
  }
  if (record.minutes) add(std::to_string(*record.minutes) + " 分钟");
  return text;
}

std::string title_of(Record const& record) {
  std::string title{words_for(record.subject)};
  if (record.subject == Subject::professional && record.mandatory) title += "（必修）";
  title += "，" + std::string{words_for(record.activity)};
  if (record.activity == Activity::achievement) {
    title += "：" + std::string{words_for(record.kind)} + "，" + std::string{words_for(record.role)};
  }
  if (record.end) {
    title += "，" + (record.start ? record.start->iso() + " 至 " : std::string{}) + record.end->iso();
  }
  auto const amount = amount_of(record);
  return amount.empty() ? title : title + "，登记 " + amount;
}

std::string cited(std::string_view sentence, int article) {
  return std::string{sentence} + "（" + article_words(article) + "）";
}

// The time that the record states, every day with its own hours; the pack's figures cut it down.
CreditUnits as_registered(Record const& record, RulePack const& pack) {
  CreditUnits time = record.hours.value_or(CreditUnits{});
  auto const day = record.hours_per_day.value_or(pack.day);
  time += {record.half_days.value_or(0) * day.count / 2};
  return time + CreditUnits::minutes(record.minutes.value_or(0));
}

// Why a record that counts comes to less than it states, where no note says so.
std::string cut_down(Record const& record, Counted const& counted, RulePack const& pack) {
  if (fills_gap(record.activity) || counted.notes.contains(Note::days_exceed_dates)) return {};
  if (counted.units >= as_registered(record, pack)) return {};
  bool const by_day = record.half_days || record.activity == Activity::lecture;
  if (!by_day) return "；不足 1 学时的部分不计";
  return "；每天最多计 " + hours_text(pack.day);
}

// Whether the part outside the mandatory one is done: what fills it adds nothing then (articles 7 and 11).
bool open_part_done(Verdict const& verdict) {
  auto const& mandatory = verdict.professional_mandatory;
  auto const done = verdict.professional.done - std::min(mandatory.done, mandatory.required);
  return done >= verdict.professional.required - mandatory.required;
}

// What a record counted, or that it counted nothing although nothing speaks against it.
std::string outcome(Verdict const& verdict, Record const& record, Counted const& counted,
                    RulePack const& pack) {
  int const article = article_of(record.activity);
  if (counted.units.count > 0) {
    std::string_view const what = fills_gap(record.activity) ? "，用于专业科目必修以外的部分" : "";
    return cited("计 " + hours_text(counted.units) + std::string{what}, article) +
           cut_down(record, counted, pack);
  }
  if (!counted.notes.empty()) return "不计";
  if (!fills_gap(record.activity)) return "不计；没有登记学习时间";
  if (open_part_done(verdict)) {
    return cited("不另计；专业科目必修以外的部分已由其他学习或者成果完成", article);
  }
  return cited("不另计；同年有多项成果的，按可计学时最多的一项计算", article);
}

std::string overlap_text(std::span<Record const> records, std::span<Counted const> counted, std::size_t at) {
  std::string numbers;
  for (std::size_t const other : overlapping(records, counted, at)) {
    numbers += (numbers.empty() ? "" : "、") + std::to_string(other + 1);
  }
  return "与第 " + numbers + " 条时间重叠或者内容重复，请核对";
}

}  // namespace

std::vector<std::string> record_lines(Verdict const& verdict, std::span<Record const> records,
                                      RulePack const& pack) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < records.size(); ++i) {
    Counted const& counted = verdict.counted[i];
    std::string line = std::to_string(i + 1) + ". " + title_of(records[i]) + "：";
    line += outcome(verdict, records[i], counted, pack);
    for (Note const note : counted.notes) {
      line += "；" + (note == Note::overlap_warning
                          ? cited(overlap_text(records, verdict.counted, i), article_of(note))
                          : cited(sentence(note), article_of(note)));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace ce::credit
