#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/shell.h"

/// Accounts and the audit chain, for those who keep them.
namespace ce::web {

struct AccountsView {
  std::vector<Field> filters;
  std::string told;
  struct Row {
    std::string href;
    std::string login;
    std::string name;
    std::string role;
    std::string place;
    Badge state;
    std::string created;
  };
  std::vector<Row> rows;
  std::optional<Pager> pager;
  std::optional<Empty> empty;
};
[[nodiscard]] std::string accounts_page(Shell const& shell, AccountsView const& view);

struct AuditView {
  std::vector<Field> filters;
  std::string told;
  struct Row {
    std::string at;
    std::string action;
    std::string actor;
    std::string party;
    std::string subject;
    std::string region;
  };
  std::vector<Row> rows;
  std::optional<Pager> pager;
  std::optional<Empty> empty;
};
[[nodiscard]] std::string audit_page(Shell const& shell, AuditView const& view);

}  // namespace ce::web
