#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "central/admin/command.h"
#include "central/grants/keys.h"

namespace ce::admin {

/// `keys new`, `keys list`, `keys retire`: what signs print grants.
class KeysCommand final : public Command {
 public:
  explicit KeysCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  CLI::App* app_;  // owned by the app above it
  CLI::App* new_;
  CLI::App* retire_;
  std::filesystem::path directory_;
  std::string id_;
  bool compromised_ = false;
};

/// Makes a signing key unless one signs already; tells what it did. Gives the exit code.
int make_first_key(store::Store& store, grants::KeyRing const& ring, std::ostream& out, std::ostream& err);

}  // namespace ce::admin
