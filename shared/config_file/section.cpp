#include "shared/config_file/section.h"

#include <algorithm>

namespace ce::config_file {

std::string place(std::filesystem::path const& file, toml::source_region const& at) {
  return file.string() + ":" + std::to_string(at.begin.line);
}

Section::Section(toml::table const* table, std::filesystem::path const& file, std::string_view name,
                 std::optional<Failure>& fault)
    : table_(table), file_(file), name_(name), fault_(fault) {}

toml::node const* Section::find(std::string_view key) {
  known_.push_back(key);
  return table_ == nullptr || fault_ ? nullptr : table_->get(key);
}

void Section::fail(std::string_view key, FailureCode code, std::string_view what) {
  if (fault_) return;
  auto const* node = table_ == nullptr ? nullptr : table_->get(key);
  auto const where = node != nullptr ? place(file_, node->source()) : file_.string();
  fault_ =
      Failure{code, where + ": [" + std::string{name_} + "] " + std::string{key} + ": " + std::string{what}};
}

void Section::read(std::string_view key, std::string& value) {
  auto const* node = find(key);
  if (node == nullptr) return;
  if (!node->is_string()) return fail(key, FailureCode::config_type_wrong, "应为字符串，如 \"...\"");
  value = node->as_string()->get();
}

void Section::read(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t& value) {
  auto const* node = find(key);
  if (node == nullptr) return;
  if (!node->is_integer()) return fail(key, FailureCode::config_type_wrong, "应为整数");
  auto const number = node->as_integer()->get();
  if (number < least || number > most) {
    return fail(key, FailureCode::config_value_invalid,
                "应在 " + std::to_string(least) + " 到 " + std::to_string(most) + " 之间");
  }
  value = number;
}

void Section::read(std::string_view key, std::vector<std::string>& values) {
  auto const* node = find(key);
  if (node == nullptr) return;
  auto const* array = node->as_array();
  bool const texts = array != nullptr && std::all_of(array->begin(), array->end(),
                                                     [](toml::node const& item) { return item.is_string(); });
  if (!texts) return fail(key, FailureCode::config_type_wrong, "应为字符串列表，如 [\"...\"]");
  values.clear();
  for (auto const& item : *array) values.push_back(item.as_string()->get());
}

void Section::read(std::string_view key, std::filesystem::path& value) {
  std::string text;
  read(key, text);
  if (text.empty()) return;
  std::filesystem::path const path{text};
  value = path.is_absolute() ? path : std::filesystem::absolute(file_).parent_path() / path;
}

void Section::read(std::string_view key, std::initializer_list<std::string_view> words, std::size_t& value) {
  std::string word{words.begin()[value]};
  read(key, word);
  auto const found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) {
    value = static_cast<std::size_t>(found - words.begin());
    return;
  }
  std::string choices;
  for (auto const& choice : words) choices.append(choices.empty() ? "" : "、").append(choice);
  fail(key, FailureCode::config_value_invalid, "应为其中之一：" + choices);
}

void Section::finish() {
  if (table_ == nullptr || fault_) return;
  for (auto const& [key, node] : *table_) {
    if (std::find(known_.begin(), known_.end(), key.str()) != known_.end()) continue;
    std::string names;
    for (auto const& known : known_) names.append(names.empty() ? "" : "、").append(known);
    return fail(key.str(), FailureCode::config_key_unknown, "没有这个配置项；可用的有：" + names);
  }
}

}  // namespace ce::config_file
