#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "central/casebook/rulebook.h"

namespace ce::casebook {

/// `regulation check`, `regulation explain` and `roles` of the operators' command line. Adds itself to `app`
/// and must outlive the parsing; main then asks chosen() and returns run():
///
///   casebook::RegulationCommands regulation{app, context.config_dir};
///   CLI11_PARSE(app, argc, argv);
///   if (regulation.chosen()) return regulation.run(std::cout, std::cerr);
class RegulationCommands {
 public:
  /// Rule packs are read from `config_dir`/rules and regions from `config_dir`/regions. `config_dir` may be
  /// an option of `app`, for it is read after the parsing; `regulation --config-dir` changes it too.
  /// `further_roles` is printed behind the regulation's: what else a program lets whom do.
  RegulationCommands(CLI::App& app, std::filesystem::path& config_dir, std::string further_roles = {});
  RegulationCommands(RegulationCommands const&) = delete;
  RegulationCommands& operator=(RegulationCommands const&) = delete;

  /// `regulation`, for the commands of other rooms under it.
  [[nodiscard]] CLI::App& app() const { return *regulation_; }
  [[nodiscard]] bool chosen() const { return check_->parsed() || explain_->parsed() || roles_->parsed(); }
  /// The exit code: 0, 1 where a case differs, 2 where a file cannot be read.
  int run(std::ostream& out, std::ostream& err) const;

 private:
  [[nodiscard]] Result<int> check(std::string const& text, Rulebook const& rules, std::ostream& out) const;
  [[nodiscard]] Result<int> tell_roles(Rulebook const& rules, std::ostream& out) const;
  [[nodiscard]] Result<int> explain(std::string const& text, Rulebook const& rules, std::ostream& out) const;

  // Owned by the app.
  CLI::App* regulation_;
  CLI::App* check_;
  CLI::App* explain_;
  CLI::App* roles_;
  std::filesystem::path const& config_dir_;
  std::filesystem::path file_;
  std::string case_id_;
  std::optional<int> year_;  // of `roles`
  std::string further_roles_;
  bool json_ = false;
};

}  // namespace ce::casebook
