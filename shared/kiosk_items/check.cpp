#include <algorithm>

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

Result<void> check_field(Field const& field, std::string const& value) {
  auto const wrong = [&](std::string const& why) {
    return Failure{FailureCode::input_invalid, std::string{field.name} + "：" + why};
  };
  if (field.kind == Kind::choice) {
    if (chosen(field, value) == nullptr) return wrong("请从列出的选项中选择");
    return {};
  }
  if (value.empty()) {
    if (field.optional) return {};
    return wrong("请填写");
  }
  if (field.kind == Kind::version) {
    if (value.size() > field.longest) return wrong("最多 " + std::to_string(field.longest) + " 个字符");
    if (!is_version(value)) return wrong("请填软件包的版本，如 0.2.0");
    return {};
  }
  bool const digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return wrong("只能填数字");
  if (value.size() > field.longest) return wrong("最多 " + std::to_string(field.longest) + " 位数字");
  return {};
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

Result<void> check_form(Item const& item, Values const& values) {
  if (values.size() != item.fields.size()) {
    return Failure{FailureCode::input_invalid,
                   std::string{item.name} + "：应有 " + std::to_string(item.fields.size()) + " 项内容"};
  }
  for (std::size_t i = 0; i < values.size(); ++i) CE_CHECK(check_field(item.fields[i], values[i]));
  return {};
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
