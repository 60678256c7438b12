#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "central/admin/command.h"

namespace ce::admin {

/// `regulation replay NUMBER`: the verdict behind a certificate, given again from what was frozen with it.
class ReplayCommand final : public Command {
 public:
  /// `regulation` is the command that it belongs under.
  explicit ReplayCommand(CLI::App& regulation);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  /// 0 where everything agrees, 1 where it does not or it failed, 2 for input that cannot be used.
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  std::string number_;
  bool json_ = false;
};

}  // namespace ce::admin
