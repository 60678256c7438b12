#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "central/admin/command.h"

namespace ce::admin {

/// `audit verify`, `list` and `heads`.
class AuditCommands final : public Command {
 public:
  explicit AuditCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  int verify(store::Store& store, std::ostream& out, std::ostream& err) const;
  int heads(store::Store& store, std::ostream& out, std::ostream& err) const;
  int list(store::Store& store, std::ostream& out, std::ostream& err) const;

  CLI::App* app_;  // owned by the app above it, as are the others
  CLI::App* verify_;
  CLI::App* list_;
  std::string region_ = "440000";
  std::string from_;
  std::string to_;
  std::string actor_;
  std::filesystem::path against_;
  int limit_ = 100;
  bool csv_ = false;
};

}  // namespace ce::admin
