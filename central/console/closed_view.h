#pragma once

#include <optional>
#include <vector>

#include "central/console/visitor.h"
#include "central/store/closed_years.h"
#include "central/web/parts.h"

/// What pages say of closed years (central/archive) before anybody is refused. Each fails with storage
/// errors.
namespace ce::console {

/// "2023 年度已于 2025年1月10日归档".
[[nodiscard]] std::string closed_since(store::ClosedYear const& year);
/// On a page of records of that year: that it is only read, and who may open it again.
[[nodiscard]] web::Notice closed_notice(store::ClosedYear const& year);

/// The years that are closed now, in their order.
[[nodiscard]] Result<std::vector<store::ClosedYear>> closed_now(Visitor const& visitor);

/// What is known of that year's closing; nothing while it is open.
[[nodiscard]] Result<std::optional<store::ClosedYear>> closed_now(Visitor const& visitor, int year);

/// Where study of any year is registered; nothing where none is closed.
[[nodiscard]] Result<std::optional<web::Notice>> closed_to_registering(Visitor const& visitor);
/// Where certificates of that year are issued, which goes on (articles 3, 14 and 16); nothing while it is
/// open.
[[nodiscard]] Result<std::optional<web::Notice>> closed_but_issued(Visitor const& visitor, int year);

}  // namespace ce::console
