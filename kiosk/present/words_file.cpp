#include "kiosk/present/words_file.h"

#include "shared/base/toml_text.h"

namespace ce::present {
namespace {

Result<void> flatten(toml::table const& table, std::string const& prefix,
                     std::map<std::string, std::string>& out) {
  for (auto const& [key, node] : table) {
    std::string const name = prefix + std::string{key.str()};
    if (auto const* inner = node.as_table()) {
      CE_CHECK(flatten(*inner, name + ".", out));
    } else if (auto const* text = node.as_string()) {
      out.emplace(name, text->get());
    } else {
      return Failure{
          FailureCode::config_malformed,
          "words file, line " + std::to_string(node.source().begin.line) + ": " + name + " is no text"};
    }
  }
  return {};
}

}  // namespace

Result<std::map<std::string, std::string>> read_words_file(std::string_view text) {
  auto const read = read_toml(text);
  if (read.fault) return Failure{FailureCode::config_malformed, "words file, " + read.fault->told()};
  std::map<std::string, std::string> out;
  CE_CHECK(flatten(read.table, "", out));
  return out;
}

}  // namespace ce::present
