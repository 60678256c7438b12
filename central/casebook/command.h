#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iosfwd>
#include <string>

namespace ce::casebook {

/// `regulation ...` of the operators' command line. Adds itself to `app` and must outlive the parsing; main
/// then asks chosen() and returns run():
///
///   casebook::RegulationCommands regulation{app, "/etc/ce/"};
///   CLI11_PARSE(app, argc, argv);
///   if (regulation.chosen()) return regulation.run(std::cout, std::cerr);
class RegulationCommands {
 public:
  /// Rule packs are read from `config_dir`/rules and regions from `config_dir`/regions, unless the command
  /// line names another directory by --config-dir.
  RegulationCommands(CLI::App& app, std::filesystem::path config_dir);
  RegulationCommands(RegulationCommands const&) = delete;
  RegulationCommands& operator=(RegulationCommands const&) = delete;

  [[nodiscard]] bool chosen() const { return regulation_->parsed(); }
  /// The exit code: 0, 1 where a case differs, 2 where a file cannot be read.
  int run(std::ostream& out, std::ostream& err) const;

 private:
  CLI::App* regulation_;  // owned by the app
  CLI::App* check_;
  std::filesystem::path config_dir_;
  std::filesystem::path file_;
  bool json_ = false;
};

}  // namespace ce::casebook
