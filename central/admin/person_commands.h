#pragma once

#include <CLI/CLI.hpp>

#include "central/admin/command.h"

namespace ce::admin {

/// `person forget`, `person recall` and `person correct-number`.
class PersonCommands final : public Command {
 public:
  explicit PersonCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  CLI::App* forget_;
  CLI::App* correct_;
  std::filesystem::path file_;
  std::string reason_;
};

}  // namespace ce::admin
