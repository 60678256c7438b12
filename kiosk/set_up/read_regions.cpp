#include "kiosk/set_up/read_regions.h"

#include <fstream>
#include <sstream>

namespace ce::set_up {
namespace {

Result<std::string> text_of(std::filesystem::path const& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) return Failure{FailureCode::config_value_invalid, "读不到 " + file.string()};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

Result<certificate::Regions> read_regions(std::filesystem::path const& directory) {
  CE_TRY(auto const list, text_of(directory / "gd_regions.csv"));
  CE_TRY(auto const history, text_of(directory / "gd_regions_history.csv"));
  return certificate::Regions::parse(list, history);
}

}  // namespace ce::set_up
