#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "central/admin/command.h"

namespace ce::admin {

/// `verdicts refresh` and `verdicts summary`: how everybody's year stands.
class VerdictsCommand final : public Command {
 public:
  explicit VerdictsCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int refresh(store::Store& store, std::string const& operator_name, std::ostream& out,
              std::ostream& err) const;
  int summary(store::Store const& store, std::ostream& out, std::ostream& err) const;

  CLI::App* app_;  // owned by the app above it
  CLI::App* refresh_;
  int year_ = 0;
  std::string region_ = "440000";
  bool csv_ = false;
};

}  // namespace ce::admin
