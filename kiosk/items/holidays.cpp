#include "kiosk/items/holidays.h"

#include <algorithm>
#include <utility>

namespace ce::items {
namespace {

// What the choice of a field carries; the last two are followed by the span as the configuration has it.
constexpr std::string_view add_closed = "+closed";
constexpr std::string_view add_working = "+working";
constexpr std::string_view drop_closed = "-closed ";
constexpr std::string_view drop_working = "-working ";

/// "2026-10-01/2026-10-07" as it is read out.
std::string in_words(std::string days) {
  if (auto const slash = days.find('/'); slash != std::string::npos) days.replace(slash, 1, " 至 ");
  return days;
}

Result<std::string> span_of(Values const& values) {
  auto const first = Date::parse_compact(values[1].reveal());
  bool const one_day = values[2].reveal().empty();
  auto const last = one_day ? first : Date::parse_compact(values[2].reveal());
  if (!first) return Failure{FailureCode::input_invalid, "第一天：应为年月日八位数字，如 20261001"};
  if (!last) return Failure{FailureCode::input_invalid, "最后一天：应为年月日八位数字，如 20261007"};
  if (*last < *first) return Failure{FailureCode::input_invalid, "最后一天不能早于第一天"};
  return one_day ? first->iso() : first->iso() + "/" + last->iso();
}

void add(std::vector<std::string>& list, std::string span) {
  if (std::find(list.begin(), list.end(), span) != list.end()) return;
  list.push_back(std::move(span));
  std::sort(list.begin(), list.end());
}

bool drop(std::vector<std::string>& list, std::string const& choice, std::string_view prefix) {
  if (!choice.starts_with(prefix)) return false;
  std::erase(list, choice.substr(prefix.size()));
  return true;
}

}  // namespace

std::vector<Choice> holiday_choices(hours::Plan const& plan) {
  std::vector<Choice> found{{std::string{add_closed}, "增加放假", "这些天不开放"},
                            {std::string{add_working}, "增加调休开放", "周末补班的日子，照常开放"}};
  for (auto const& days : plan.closed) {
    found.push_back({std::string{drop_closed} + days, "删去放假", in_words(days)});
  }
  for (auto const& days : plan.working) {
    found.push_back({std::string{drop_working} + days, "删去调休开放", in_words(days)});
  }
  return found;
}

bool takes_away(std::string const& choice) {
  return choice.starts_with(drop_closed) || choice.starts_with(drop_working);
}

Result<void> take_holidays(Values const& values, hours::Plan& plan) {
  auto const& choice = values[0].reveal();
  if (choice.empty() || drop(plan.closed, choice, drop_closed) || drop(plan.working, choice, drop_working))
    return {};
  if (plan.days == hours::Days::always) {
    return Failure{FailureCode::input_invalid,
                   "本机设为一直开放，放假不起作用：请先在“开放时间”里选定哪几天开放"};
  }
  CE_TRY(auto span, span_of(values));
  add(choice == add_closed ? plan.closed : plan.working, std::move(span));
  return {};
}

std::string holidays_in_words(hours::Plan const& plan) {
  if (plan.closed.empty() && plan.working.empty()) return "没有登记";
  return "放假 " + std::to_string(plan.closed.size()) + " 段，调休开放 " +
         std::to_string(plan.working.size()) + " 段";
}

}  // namespace ce::items
