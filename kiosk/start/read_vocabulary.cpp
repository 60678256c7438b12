#include "kiosk/start/read_vocabulary.h"

#include <fstream>
#include <sstream>

namespace ce::start {
namespace {

Result<std::string> read_strings(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) return Failure{FailureCode::asset_missing, file.string() + ": 读不到界面文字"};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Result<present::Words> of_file(std::filesystem::path const& file, Result<present::Words> parsed) {
  if (parsed) return parsed;
  return Failure{parsed.failure().code, file.string() + ": " + parsed.failure().detail};
}

}  // namespace

Result<present::Vocabulary> read_vocabulary(std::filesystem::path const& assets) {
  auto const first = assets / "strings" / "zh.toml";
  auto const second = assets / "strings" / "en.toml";
  CE_TRY(auto const chinese_text, read_strings(first));
  CE_TRY(auto chinese, of_file(first, present::Words::parse(chinese_text)));
  CE_TRY(auto const english_text, read_strings(second));
  CE_TRY(auto english, of_file(second, present::Words::parse_beside(chinese, english_text)));
  return present::Vocabulary{std::move(chinese), std::move(english)};
}

}  // namespace ce::start
