#include "central/casebook/command.h"

#include <fstream>
#include <iterator>
#include <ostream>

#include "central/casebook/casebook.h"
#include "shared/base/clock.h"

namespace ce::casebook {
namespace {

constexpr int all_agree = 0;
constexpr int some_differ = 1;
constexpr int unreadable = 2;

Result<std::string> read_file(std::filesystem::path const& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) return Failure{FailureCode::input_invalid, path.string() + ": cannot be opened"};
  return std::string{std::istreambuf_iterator<char>{in}, {}};
}

int refuse(std::ostream& err, Failure const& failure) {
  err << describe(failure) << '\n';
  return unreadable;
}

int print(CasebookReport const& report, bool json, std::ostream& out) {
  if (json) {
    out << report.verdicts_json << '\n';
    return all_agree;
  }
  for (Difference const& difference : report.differences) {
    out << difference.list << ' ' << difference.id << ": " << difference.text << '\n';
  }
  out << report.passed << " passed, " << report.failed << " failed\n";
  return report.failed == 0 ? all_agree : some_differ;
}

}  // namespace

RegulationCommands::RegulationCommands(CLI::App& app, std::filesystem::path config_dir)
    : regulation_(app.add_subcommand("regulation", "Judge cases by the regulation")),
      check_(regulation_->add_subcommand("check", "Judge every case of a file and print the differences")),
      config_dir_(std::move(config_dir)) {
  regulation_->require_subcommand(1);
  regulation_->add_option("--config-dir", config_dir_, "Directory that holds rules/ and regions/");
  check_->add_option("FILE", file_, "Cases, shaped like regulation_cases.json")->required();
  check_->add_flag("--json", json_, "Print our own verdicts instead");
}

int RegulationCommands::run(std::ostream& out, std::ostream& err) const {
  auto const rules = load_rulebook(config_dir_, china_date(SystemClock{}.now()));
  if (!rules) return refuse(err, rules.failure());
  auto const text = read_file(file_);
  if (!text) return refuse(err, text.failure());
  auto const report = check_casebook(*text, *rules);
  if (!report) return refuse(err, {report.failure().code, file_.string() + ": " + report.failure().detail});
  return print(*report, json_, out);
}

}  // namespace ce::casebook
