#pragma once

#include "central/console/record_form.h"
#include "central/console/visitor.h"
#include "central/web/detail_page.h"

namespace ce::console {

/// The form by which a clerk at the window sets somebody's query password, as typed, with what was wrong.
[[nodiscard]] web::FormView query_password_form(Typed const& typed, std::string const& error);

/// Sets it from what was typed. Fails as accounts::set_query_password() does, and with input_invalid where
/// the two passwords differ.
[[nodiscard]] Result<void> set_query_password(Visitor const& visitor, Typed const& typed);

}  // namespace ce::console
