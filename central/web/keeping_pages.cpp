#include "central/web/keeping_pages.h"

namespace ce::web {
namespace {

Fields account_row(AccountsView::Row const& row) {
  return Fields{}
      .text("href", row.href)
      .text("login", row.login)
      .text("name", row.name)
      .text("role", row.role)
      .text("place", row.place)
      .part("state", fields_of(row.state))
      .text("created", row.created);
}

Fields audit_row(AuditView::Row const& row) {
  return Fields{}
      .text("at", row.at)
      .text("action", row.action)
      .text("actor", row.actor)
      .text("party", row.party)
      .text("subject", row.subject)
      .text("region", row.region);
}

template <class View>
std::string list_page(Shell const& shell, View const& view, std::string_view name,
                      Fields (*row_of)(typename View::Row const&)) {
  Fields body;
  body.rows("filters", rows_of(view.filters, [](Field const& field) { return fields_of(field); }))
      .text("told", view.told)
      .rows("rows", rows_of(view.rows, row_of));
  put_pager(body, view.pager);
  put_empty(body, view.empty);
  return page(shell, name, std::move(body));
}

}  // namespace

std::string accounts_page(Shell const& shell, AccountsView const& view) {
  return list_page(shell, view, "pages/accounts", account_row);
}

std::string audit_page(Shell const& shell, AuditView const& view) {
  return list_page(shell, view, "pages/audit", audit_row);
}

}  // namespace ce::web
