#pragma once

#include <CLI/CLI.hpp>

#include "central/admin/command.h"
#include "central/archive/close.h"

namespace ce::admin {

/// `year`: credit years that are closed, and sealed copies of them.
class YearCommand final : public Command {
 public:
  explicit YearCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int copy(Context const& context, store::Store& store, std::ostream& out, std::ostream& err) const;
  int check(Context const& context, store::Store const& store, std::ostream& out, std::ostream& err) const;

  CLI::App* app_;  // owned by the app above it, as the next four
  CLI::App* close_;
  CLI::App* reopen_;
  CLI::App* copy_;
  CLI::App* check_;
  archive::Closing how_;
  std::string directory_;
};

}  // namespace ce::admin
