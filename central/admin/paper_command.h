#pragma once

#include <CLI/CLI.hpp>

#include "central/admin/command.h"

namespace ce::admin {

/// `paper`: numbered blanks used, void and left at each kiosk on a day.
class PaperCommand final : public Command {
 public:
  explicit PaperCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  std::string kiosk_;
  std::string day_;
  bool csv_ = false;
};

}  // namespace ce::admin
