#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "central/admin/command.h"

namespace ce::admin {

/// `people`: professionals, masked.
class PeopleCommand final : public Command {
 public:
  explicit PeopleCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  std::string region_ = "440000";
  int limit_ = 20;
  bool csv_ = false;
};

}  // namespace ce::admin
