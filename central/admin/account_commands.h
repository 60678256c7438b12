#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "central/accounts/manage.h"
#include "central/admin/command.h"

namespace ce::admin {

/// `account create`, `list`, `disable`, `enable` and `reset-password`.
class AccountCommands final : public Command {
 public:
  explicit AccountCommands(CLI::App& app);
  [[nodiscard]] bool chosen() const override { return app_->parsed(); }
  int run(Context const& context, std::ostream& out, std::ostream& err) const override;

 private:
  void add_create();
  void add_list();
  CLI::App* add_on_one(char const* name, char const* what);
  int create(store::Store& store, accounts::Keeper const& keeper, std::ostream& out, std::ostream& err) const;
  int list(store::Store& store, std::ostream& out, std::ostream& err) const;
  int change(store::Store& store, accounts::Keeper const& keeper, std::ostream& out, std::ostream& err) const;

  CLI::App* app_;  // owned by the app above it, as are the others
  CLI::App* create_ = nullptr;
  CLI::App* list_ = nullptr;
  CLI::App* disable_ = nullptr;
  CLI::App* enable_ = nullptr;
  CLI::App* reset_ = nullptr;
  CLI::App* industries_ = nullptr;
  std::string login_;
  std::string name_;
  std::string role_;
  std::string region_;
  std::string industry_list_;
  std::string below_ = "440000";
  std::optional<std::int64_t> unit_;
  std::optional<std::int64_t> professional_;
  std::filesystem::path password_file_;
  bool professionals_ = false;
  bool csv_ = false;
};

}  // namespace ce::admin
