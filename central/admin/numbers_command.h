#pragma once

#include <CLI/CLI.hpp>

#include "central/admin/command.h"
#include "central/restored/resume.h"

namespace ce::admin {

/// `numbers`: what a store that was brought back from a backup has lost, and issuing again.
class NumbersCommand final : public Command {
 public:
  explicit NumbersCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int show(store::Store const& store, std::ostream& out, std::ostream& err) const;

  CLI::App* app_;  // owned by the app above it, as the next two
  CLI::App* resume_;
  CLI::App* recorded_;
  restored::Resumption how_;
  std::string lost_;
  std::string as_;
  bool csv_ = false;
};

}  // namespace ce::admin
