#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "central/admin/command.h"

namespace ce::admin {

/// `authority set` and `authority list`: who issues in a region, and its seal.
class AuthorityCommands final : public Command {
 public:
  explicit AuthorityCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int set(store::Store& store, std::string const& operator_name, std::ostream& out, std::ostream& err) const;
  static int list(store::Store const& store, std::ostream& out, std::ostream& err);

  CLI::App* app_;  // owned by the app above it
  CLI::App* set_;
  std::string region_;
  std::string name_;
  std::string seal_mode_;
  std::filesystem::path seal_;
  bool no_seal_ = false;
};

}  // namespace ce::admin
