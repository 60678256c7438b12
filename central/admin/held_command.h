#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>

#include "central/admin/command.h"
#include "central/holdings/holdings.h"

namespace ce::admin {

/// `held`: what personal data is held, how much, how old, and when it goes.
class HeldCommand final : public Command {
 public:
  explicit HeldCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  std::filesystem::path files_;
  holdings::Limits limits_;
  bool csv_ = false;
};

}  // namespace ce::admin
