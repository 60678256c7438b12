#include "central/replay/changes.h"

#include <algorithm>

#include "shared/credit/words.h"

namespace ce::replay {
namespace {

using credit::Record;
using credit::ReviewState;

struct Fact {
  std::string_view field;
  std::string words;
};

constexpr std::string_view unset = "未填";

std::string yes_or_no(bool value) {
  return value ? "是" : "否";
}

std::string words_of(std::optional<CreditUnits> const& units) {
  return units ? credit::hours_text(*units) : std::string{unset};
}

std::string words_of(std::optional<Date> const& date) {
  return date ? date->iso() : std::string{unset};
}

std::string halves(std::optional<std::int32_t> const& half_days) {
  if (!half_days) return std::string{unset};
  return std::to_string(*half_days / 2) + (*half_days % 2 == 0 ? "" : ".5");
}

template <class Number>
std::string number(std::optional<Number> const& value) {
  return value ? std::to_string(*value) : std::string{unset};
}

std::string achievement(Record const& record) {
  if (record.activity != credit::Activity::achievement) return std::string{unset};
  return std::string{words_for(record.kind)} + "，" + std::string{words_for(record.role)};
}

std::vector<Fact> facts_of(issuing::FrozenRecord const& frozen) {
  auto const& record = frozen.record;
  return {
      {"科目", std::string{words_for(record.subject)}},
      {"学习形式", std::string{words_for(record.activity)}},
      {"审核状态", std::string{words_for(record.review)}},
      {"考核结果", std::string{words_for(record.assessment)}},
      {"必修内容", yes_or_no(record.mandatory)},
      {"在学习指南之内", yes_or_no(record.in_guide)},
      {"在学制年限之内", yes_or_no(record.within_schooling)},
      {"成果", achievement(record)},
      {"学时", words_of(record.hours)},
      {"天数", halves(record.half_days)},
      {"每天学时", words_of(record.hours_per_day)},
      {"分钟数", number(record.minutes)},
      {"开始日期", words_of(record.start)},
      {"结束日期", words_of(record.end)},
      {"计入年度", number(record.credit_year)},
      {"学习内容", "摘要 " + frozen.content_digest},
  };
}

}  // namespace

std::optional<RecordChange> change_of(issuing::FrozenRecord const& was, issuing::FrozenRecord const& is) {
  auto before = was;
  if (is.record.review == ReviewState::approved) before.record.review = ReviewState::approved;
  auto const old_facts = facts_of(before);
  auto const new_facts = facts_of(is);
  RecordChange change{was.id, false, {}};
  for (std::size_t i = 0; i < old_facts.size(); ++i) {
    if (old_facts[i].words == new_facts[i].words) continue;
    change.facts.push_back({old_facts[i].field, old_facts[i].words, new_facts[i].words});
  }
  if (change.facts.empty()) return std::nullopt;
  return change;
}

}  // namespace ce::replay
