#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "central/admin/command.h"
#include "central/registers/register.h"

namespace ce::admin {

/// `register`: the issue register (发放名册, article 15): every number and every print, or its roll-up.
class RegisterCommand final : public Command {
 public:
  explicit RegisterCommand(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  [[nodiscard]] Result<registers::Filter> filter(store::Rulebook const& rules) const;
  [[nodiscard]] Result<void> write_files(store::Store& store, registers::Filter const& filter,
                                         std::ostream& out, std::ostream& err) const;
  [[nodiscard]] Result<void> print(store::Store& store, registers::Filter const& filter,
                                   std::ostream& out) const;

  CLI::App* app_;  // owned by the app above it
  std::string region_ = "440000";
  std::optional<int> year_;
  std::string issued_from_;
  std::string issued_to_;
  std::string printed_from_;
  std::string printed_to_;
  std::string kiosk_;
  bool csv_ = false;
  bool roll_up_ = false;
  std::filesystem::path xlsx_;
  std::filesystem::path pdf_;
};

}  // namespace ce::admin
