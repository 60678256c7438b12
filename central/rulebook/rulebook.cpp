#include "central/rulebook/rulebook.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "shared/credit/pack_file.h"

namespace ce::rulebook {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_file(fs::path const& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) return Failure{FailureCode::config_missing, path.string() + ": cannot be opened"};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (in.bad()) return Failure{FailureCode::config_missing, path.string() + ": cannot be read"};
  return text;
}

Result<std::vector<fs::path>> toml_files(fs::path const& directory) {
  std::error_code error;
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator{directory, error}) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  if (error) return Failure{FailureCode::config_missing, directory.string() + ": " + error.message()};
  if (files.empty()) return Failure{FailureCode::config_missing, directory.string() + ": no *.toml in it"};
  std::sort(files.begin(), files.end());
  return files;
}

Result<credit::PackShelf> load_packs(fs::path const& directory) {
  CE_TRY(auto const files, toml_files(directory));
  std::vector<credit::RulePack> packs;
  for (fs::path const& file : files) {
    CE_TRY(std::string const text, read_file(file));
    CE_TRY(credit::RulePack pack, credit::parse_pack(text, file.filename().string()));
    packs.push_back(std::move(pack));
  }
  return credit::PackShelf::make(std::move(packs));
}

// Judging needs none, so that a directory of rules and regions is enough to put cases to them.
Result<Industries> load_industries(fs::path const& file) {
  std::error_code error;
  if (!fs::exists(file, error)) return Industries{};
  CE_TRY(std::string const lines, read_file(file));
  return Industries::parse(lines, file.filename().string());
}

}  // namespace

Result<Rulebook> load(fs::path const& config_dir) {
  CE_TRY(credit::PackShelf packs, load_packs(config_dir / "rules"));
  CE_TRY(std::string const regions, read_file(config_dir / "regions" / "gd_regions.csv"));
  CE_TRY(std::string const history, read_file(config_dir / "regions" / "gd_regions_history.csv"));
  CE_TRY(certificate::Regions parsed, certificate::Regions::parse(regions, history));
  CE_TRY(Industries industries, load_industries(config_dir / "industries" / "gd_industries.csv"));
  return Rulebook{std::move(packs), std::move(parsed), std::move(industries)};
}

}  // namespace ce::rulebook
