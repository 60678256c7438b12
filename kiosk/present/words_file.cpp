#include "kiosk/present/words_file.h"

#include "shared/base/toml.h"
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
  if (auto const line = stray_character_line(text)) {
    return Failure{FailureCode::config_malformed,
                   "words file, line " + std::to_string(*line) + ": " + stray_character_words};
  }
  auto const parsed = toml::parse(text);
  if (!parsed) {
    auto const& error = parsed.error();
    return Failure{FailureCode::config_malformed, "words file, line " +
                                                      std::to_string(error.source().begin.line) + ": " +
                                                      std::string{error.description()}};
  }
  std::map<std::string, std::string> out;
  CE_CHECK(flatten(parsed.table(), "", out));
  return out;
}

}  // namespace ce::present
