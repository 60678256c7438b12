#pragma once

#include <CLI/CLI.hpp>

#include "central/admin/command.h"

namespace ce::admin {

/// `init`: makes an empty store, or brings an older one up to this program's schema. Makes the first
/// key that signs print grants.
class InitCommand final : public Command {
 public:
  explicit InitCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  std::filesystem::path directory_;
};

}  // namespace ce::admin
