#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>

#include "central/admin/command.h"

namespace ce::admin {

/// `diagnostics new-key` and `open`: what kiosks put on a USB stick for the operator alone. No store is
/// needed.
class DiagnosticsCommands final : public Command {
 public:
  explicit DiagnosticsCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int make_key(std::ostream& out, std::ostream& err) const;
  int open_file(std::ostream& out, std::ostream& err) const;

  CLI::App* app_;  // owned by the app above it
  CLI::App* new_key_;
  std::filesystem::path key_file_, certificate_, file_, out_file_;
};

}  // namespace ce::admin
