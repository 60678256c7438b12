#include <algorithm>
#include <fstream>
#include <iterator>

#include "central/store/store.h"
#include "shared/credit/pack_file.h"

namespace ce::store {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_text(fs::path const& file) {
  std::ifstream in{file, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (!in.is_open() || in.bad())
    return Failure{FailureCode::config_missing, file.string() + ": cannot be read"};
  return text;
}

Result<credit::PackShelf> load_packs(fs::path const& directory) {
  std::error_code error;
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator{directory, error}) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  if (files.empty())
    return Failure{FailureCode::config_missing, directory.string() + ": no rule pack (*.toml)"};
  std::sort(files.begin(), files.end());
  std::vector<credit::RulePack> packs;
  for (auto const& file : files) {
    CE_TRY(auto const text, read_text(file));
    CE_TRY(auto pack, credit::parse_pack(text, file.string()));
    packs.push_back(std::move(pack));
  }
  return credit::PackShelf::make(std::move(packs));
}

}  // namespace

Result<Rulebook> load_rulebook(fs::path const& config_dir) {
  CE_TRY(auto packs, load_packs(config_dir / "rules"));
  CE_TRY(auto const regions, read_text(config_dir / "regions/gd_regions.csv"));
  CE_TRY(auto const history, read_text(config_dir / "regions/gd_regions_history.csv"));
  CE_TRY(auto parsed, certificate::Regions::parse(regions, history));
  return Rulebook{std::move(packs), std::move(parsed)};
}

}  // namespace ce::store
