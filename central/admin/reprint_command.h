#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "central/admin/command.h"

namespace ce::admin {

/// `reprint`: allows one more copy of a certificate that was printed.
class ReprintCommand final : public Command {
 public:
  explicit ReprintCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  std::string certificate_;
  std::string reason_;
};

/// `reprint-rule`: how often, and whether the sheet says so.
class ReprintRuleCommand final : public Command {
 public:
  explicit ReprintRuleCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  int most_ = 3;
  std::string mark_ = "yes";
};

}  // namespace ce::admin
