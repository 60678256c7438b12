#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/kiosk/samples/sample_views.h"

namespace ce::samples {
namespace {

std::string strings(std::string const& language) {
  std::ifstream in{CE_SOURCE_DIR "/assets/strings/" + language + ".toml", std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

present::Words usable(Result<present::Words> parsed) {
  if (parsed) return std::move(*parsed);
  std::cerr << describe(parsed.failure()) << '\n';
  std::abort();
}

}  // namespace

present::Vocabulary const& shipped_vocabulary() {
  static present::Vocabulary const words = [] {
    auto chinese = usable(present::Words::parse(strings("zh")));
    auto english = usable(present::Words::parse_beside(chinese, strings("en")));
    return present::Vocabulary{std::move(chinese), std::move(english)};
  }();
  return words;
}

}  // namespace ce::samples
