#include "shared/config_file/config_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "shared/base/toml_text.h"

namespace ce::config_file {

Result<ConfigFile> ConfigFile::parse(std::filesystem::path const& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return Failure{FailureCode::config_missing, file.string() + ": 找不到配置文件"};
  }
  std::ifstream in{file, std::ios::binary};
  return parse_text(std::string{std::istreambuf_iterator<char>{in}, {}}, file);
}

Result<ConfigFile> ConfigFile::parse_text(std::string_view text, std::filesystem::path const& file) {
  auto read = read_toml(text);
  if (!read.fault) return ConfigFile{file, std::move(read.table)};
  return Failure{FailureCode::config_malformed, file.string() + ":" + std::to_string(read.fault->line) + ":" +
                                                    std::to_string(read.fault->column) + ": TOML语法有误：" +
                                                    read.fault->what};
}

Section ConfigFile::section(std::string_view name) {
  asked_.push_back(name);
  auto const* node = table_.get(name);
  if (node != nullptr && !node->is_table() && !fault_) {
    fault_ = Failure{FailureCode::config_type_wrong, place(file_, node->source()) + ": " + std::string{name} +
                                                         ": 应为一节，写作 [" + std::string{name} + "]"};
  }
  return Section{node == nullptr ? nullptr : node->as_table(), file_, name, fault_};
}

Result<void> ConfigFile::finish() {
  for (auto const& [key, node] : table_) {
    if (fault_ || std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) continue;
    fault_ =
        Failure{FailureCode::config_key_unknown,
                place(file_, node.source()) + ": " + std::string{key.str()} + ": 没有这一节或这个配置项"};
  }
  if (fault_) return *fault_;
  return {};
}

}  // namespace ce::config_file
