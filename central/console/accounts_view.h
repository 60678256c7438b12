#pragma once

#include <map>

#include "central/accounts/manage.h"
#include "central/console/record_form.h"
#include "central/console/visitor.h"
#include "central/web/detail_page.h"
#include "central/web/keeping_pages.h"

namespace ce::console {

/// The accounts of the visitor's region that they may see, a page by key.
[[nodiscard]] Result<web::AccountsView> accounts_shown(Visitor const& visitor, std::string const& role,
                                                       std::string const& after);

/// One account and what the visitor may do about it. Fails with account_unknown for those that are none of
/// theirs.
struct AccountShown {
  std::string name;
  web::DetailView view;
};
[[nodiscard]] Result<AccountShown> account_shown(Visitor const& visitor, std::string const& id);

/// The form for a new account, as typed, with what was wrong.
[[nodiscard]] web::FormView account_form(Visitor const& visitor, Typed const& typed,
                                         std::string const& error);

/// Opens an account from what was typed. Fails with input_invalid and as accounts::create() does.
[[nodiscard]] Result<accounts::Account> open_account(Visitor const& visitor, Typed const& typed);

/// The codes of what was typed as an authority's industries. Fails with input_invalid, naming the field.
[[nodiscard]] Result<std::vector<std::string>> industries_typed(Visitor const& visitor,
                                                                std::string_view typed);

}  // namespace ce::console
