#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "central/admin/command.h"

namespace ce::admin {

/// `ca make`, `show`, `server`, `next`, `switch`, `end`: what certifies kiosks and the servers that they
/// call.
class CaCommand final : public Command {
 public:
  explicit CaCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  /// A step of another authority's taking over.
  int take_over(store::Store& store, std::filesystem::path const& directory, audit::Author const& by,
                std::ostream& out, std::ostream& err) const;
  int serve_as(store::Store& store, std::filesystem::path const& directory, audit::Author const& by,
               std::ostream& out, std::ostream& err) const;
  [[nodiscard]] Result<void> write_for_nginx(std::filesystem::path const& directory) const;

  CLI::App* app_;  // owned by the app above it
  CLI::App* make_;
  CLI::App* server_;
  CLI::App* next_;
  CLI::App* switch_;
  CLI::App* end_;
  std::filesystem::path directory_;
  std::vector<std::string> names_;
  std::filesystem::path certificate_file_;
  std::filesystem::path key_file_;
  std::filesystem::path believed_file_;
};

/// Makes the authority where there is none, with an entry in the province's chain; tells what it did. Gives
/// the exit code.
int make_first_authority(store::Store& store, std::filesystem::path const& directory, audit::Author const& by,
                         std::ostream& out, std::ostream& err);

}  // namespace ce::admin
