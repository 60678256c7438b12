#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "central/admin/command.h"

namespace ce::admin {

/// `register`: the issue register (发放名册, article 15), each print once.
class RegisterCommand final : public Command {
 public:
  explicit RegisterCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  std::string region_ = "440000";
  std::optional<int> year_;
  bool csv_ = false;
};

}  // namespace ce::admin
