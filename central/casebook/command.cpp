#include "central/casebook/command.h"

#include <fstream>
#include <iterator>
#include <ostream>

#include "central/casebook/casebook.h"
#include "central/casebook/explain.h"
#include "central/casebook/roles.h"
#include "shared/base/clock.h"

namespace ce::casebook {
namespace {

constexpr int all_agree = 0;
constexpr int some_differ = 1;
constexpr int unreadable = 2;

Result<std::string> read_cases(std::filesystem::path const& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) return Failure{FailureCode::input_invalid, "cannot be opened"};
  return std::string{std::istreambuf_iterator<char>{in}, {}};
}

int refuse(std::ostream& err, Failure const& failure) {
  err << describe(failure) << '\n';
  return unreadable;
}

}  // namespace

RegulationCommands::RegulationCommands(CLI::App& app, std::filesystem::path& config_dir,
                                       std::string further_roles)
    : regulation_(app.add_subcommand("regulation", "Judge cases by the regulation")),
      check_(regulation_->add_subcommand("check", "Judge every case of a file and print the differences")),
      explain_(regulation_->add_subcommand("explain", "Tell one credit case as to the person it is about")),
      roles_(app.add_subcommand(
          "roles", "Print who registers, reviews, issues, and keeps people, units, seals and accounts")),
      config_dir_(config_dir),
      further_roles_(std::move(further_roles)) {
  regulation_->require_subcommand(1);
  regulation_->add_option("--config-dir", config_dir, "Directory that holds rules/ and regions/");
  constexpr auto file_help = "Cases, shaped like regulation_cases.json";
  check_->add_option("FILE", file_, file_help)->required();
  check_->add_flag("--json", json_, "Print our own verdicts instead");
  explain_->add_option("FILE", file_, file_help)->required();
  explain_->add_option("CASE", case_id_, "The case's id")->required();
  roles_->add_option("--year", year_, "As the rule pack of that credit year has it")
      ->option_text("YEAR [this year]")
      ->check(CLI::Range(2010, 2099));
}

Result<int> RegulationCommands::check(std::string const& text, Rulebook const& rules,
                                      std::ostream& out) const {
  CE_TRY(CasebookReport const report, check_casebook(text, rules));
  if (json_) {
    out << report.verdicts_json << '\n';
    return all_agree;
  }
  for (Difference const& difference : report.differences) {
    out << difference.list << ' ' << difference.id << ": " << difference.text << '\n';
  }
  out << report.passed << " passed, " << report.failed << " failed\n";
  return report.failed == 0 ? all_agree : some_differ;
}

Result<int> RegulationCommands::explain(std::string const& text, Rulebook const& rules,
                                        std::ostream& out) const {
  CE_TRY(std::string const account, explain_case(text, case_id_, rules));
  out << account;
  return all_agree;
}

Result<int> RegulationCommands::tell_roles(Rulebook const& rules, std::ostream& out) const {
  CE_TRY(credit::RulePack const* const pack, rules.packs.of_year(year_.value_or(rules.today.year())));
  out << roles_text(*pack) << further_roles_;
  return all_agree;
}

int RegulationCommands::run(std::ostream& out, std::ostream& err) const {
  auto const rules = load_rulebook(config_dir_, china_date(SystemClock{}.now()));
  if (!rules) return refuse(err, rules.failure());
  if (roles_->parsed()) {
    auto const told = tell_roles(*rules, out);
    return told ? *told : refuse(err, told.failure());
  }
  auto const text = read_cases(file_);
  auto const code = !text                ? Result<int>{text.failure()}
                    : explain_->parsed() ? explain(*text, *rules, out)
                                         : check(*text, *rules, out);
  if (!code) return refuse(err, {code.failure().code, file_.string() + ": " + code.failure().detail});
  return *code;
}

}  // namespace ce::casebook
