#pragma once

#include <string>
#include <string_view>

#include "central/approvals/approvals.h"
#include "central/console/visitor.h"
#include "central/web/detail_page.h"
#include "central/web/lines_table.h"

/// What waits for a second person of the visitor's authority (central/approvals).
namespace ce::console {

/// Those that wait, then what became of the last ones.
[[nodiscard]] Result<web::DetailView> approvals_list(Visitor const& visitor);
/// How many wait that the visitor did not propose.
[[nodiscard]] Result<std::size_t> approvals_due(Visitor const& visitor);

/// One of them, with what this visitor may do about it. Fails with record_unknown.
[[nodiscard]] Result<web::DetailView> approval_shown(Visitor const& visitor, std::string_view id);
/// The picture of the seal that is proposed. Fails with record_unknown.
[[nodiscard]] Result<std::string> proposed_seal(Visitor const& visitor, std::string_view id);

}  // namespace ce::console
