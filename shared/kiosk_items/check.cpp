#include <algorithm>
#include <charconv>

#include "shared/base/day_minute.h"
#include "shared/kiosk_items/items.h"

namespace ce::kiosk_items {
namespace {

Choice const* chosen(Field const& field, std::string_view value) {
  auto const at = std::find_if(field.choices.begin(), field.choices.end(),
                               [&](Choice const& one) { return one.value == value; });
  return at == field.choices.end() ? nullptr : &*at;
}

/// As Debian's policy has the version of a package, without an epoch.
bool is_version(std::string_view value) {
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const fits = [&](char c) {
    return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view{".+~-"}.find(c) != std::string_view::npos;
  };
  return digit(value.front()) && std::all_of(value.begin(), value.end(), fits);
}

/// What is wrong with a value alone; empty: nothing.
std::string wrong_with(Field const& field, std::string const& value) {
  if (field.kind == Kind::choice) return chosen(field, value) == nullptr ? "请从列出的选项中选择" : "";
  if (value.empty()) return field.optional ? "" : "请填写";
  if (field.kind == Kind::version) {
    if (value.size() > field.longest) return "最多 " + std::to_string(field.longest) + " 个字符";
    return is_version(value) ? "" : "请填软件包的版本，如 0.2.0";
  }
  bool const digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return "只能填数字";
  if (value.size() > field.longest) return "最多 " + std::to_string(field.longest) + " 位数字";
  if (field.most == 0) return {};
  std::int64_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  if (number >= field.least && number <= field.most) return {};
  return "应在 " + std::to_string(field.least) + " 到 " + std::to_string(field.most) + " 之间";
}

/// One opening and closing, both digits or empty.
void judge_span(Values const& values, std::size_t at, std::vector<Fault>& faults) {
  auto const& from = values[at];
  auto const& to = values[at + 1];
  if (from.empty() && to.empty()) return;
  for (auto const i : {at, at + 1}) {
    if (values[i].empty()) faults.push_back({i, "开门和关门要一起填写，或者都不填"});
    if (!values[i].empty() && !minute_of_day(values[i])) faults.push_back({i, "请填四位数字的时间，如 0900"});
  }
  auto const opens = minute_of_day(from);
  auto const closes = minute_of_day(to);
  if (opens && closes && *opens >= *closes) faults.push_back({at + 1, "要晚于开门"});
}

/// Days to open on have hours, in order: as the configuration of a kiosk asks it ([hours]).
std::vector<Fault> faults_of_hours(Values const& values) {
  std::vector<Fault> faults;
  if (values[1].empty() && values[2].empty() && values[3].empty() && values[4].empty())
    return {{1, "至少填写一个时间段，如 0900 到 1200"}};
  judge_span(values, 1, faults);
  judge_span(values, 3, faults);
  auto const noon = minute_of_day(values[2]);
  auto const after = minute_of_day(values[3]);
  if (faults.empty() && noon && after && *after < *noon) faults.push_back({3, "不能早于上午关门"});
  return faults;
}

std::string idle_words(Values const& values) {
  return values[0] + " 秒后提醒，再过 " + values[1] + " 秒退出，取走身份证最多 " + values[2] + " 秒";
}

/// "0900" as "09:00".
std::string clock_words(std::string const& typed) {
  return typed.size() == 4 ? typed.substr(0, 2) + ":" + typed.substr(2) : typed;
}

std::string hours_words(Item const& item, Values const& values) {
  auto const* const days = chosen(item.fields[0], values[0]);
  std::string text{days == nullptr ? std::string_view{values[0]} : days->label};
  if (values[0] == item.needless_after) return text;
  for (std::size_t at = 1; at + 1 < values.size(); at += 2) {
    if (values[at].empty() && values[at + 1].empty()) continue;
    text += "，" + clock_words(values[at]) + "-" + clock_words(values[at + 1]);
  }
  return text;
}

}  // namespace

std::vector<Fault> faults_of(Item const& item, Values const& values) {
  if (values.size() != item.fields.size())
    return {{0, "应有 " + std::to_string(item.fields.size()) + " 项内容"}};
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (auto wrong = wrong_with(item.fields[i], values[i]); !wrong.empty())
      faults.push_back({i, std::move(wrong)});
  }
  bool const hours = item.code == "hours" && values[0] != item.needless_after;
  return faults.empty() && hours ? faults_of_hours(values) : faults;
}

Result<void> check(Item const& item, Values const& values) {
  auto const faults = faults_of(item, values);
  if (faults.empty()) return {};
  auto const& first = faults.front();
  return Failure{FailureCode::input_invalid, std::string{item.fields[first.field].name} + "：" + first.wrong};
}

std::string words_of(Item const& item, Values const& values) {
  if (values.size() != item.fields.size()) return {};
  if (item.code == "idle") return idle_words(values);
  if (item.code == "hours") return hours_words(item, values);
  if (item.code == program) return values[0].empty() ? "不升级" : "可升级到 " + values[0];
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].empty()) continue;
    if (!text.empty()) text += "，";
    auto const* const choice = chosen(item.fields[i], values[i]);
    // A choice speaks for itself; a number or a bare digit needs its field's name.
    bool const itself = choice != nullptr && item.fields[i].longest > 1;
    if (!itself) text.append(item.fields[i].name).append(" ");
    text.append(itself ? choice->label : std::string_view{values[i]});
  }
  return text;
}

}  // namespace ce::kiosk_items
