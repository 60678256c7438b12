#pragma once

#include "central/approvals/approvals.h"
#include "central/console/typed.h"
#include "central/console/visitor.h"
#include "central/web/detail_page.h"

namespace ce::console {

/// Who issues in the visitor's region and how its sheets are sealed (article 15), to be changed; with what
/// was typed and is wrong, where it came back.
[[nodiscard]] Result<web::FormView> authority_form(Visitor const& visitor, Typed const* typed,
                                                   std::string const& error);

/// Sets it, or lays it down for a second person; `picture` is the uploaded seal, empty for none. Fails like
/// approvals::ask().
[[nodiscard]] Result<approvals::Asked> set_authority(Visitor const& visitor, approvals::Rules const& rules,
                                                     Typed const& typed, std::string_view picture);

/// The picture of the region's seal. Fails with record_unknown where there is none.
[[nodiscard]] Result<std::string> seal_of_region(Visitor const& visitor);

}  // namespace ce::console
