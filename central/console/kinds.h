#pragma once

#include "central/console/visitor.h"
#include "central/web/kinds_page.h"
#include "shared/credit/record.h"
#include "shared/credit/roles.h"

namespace ce::console {

/// Who registers what this year (article 4, or what its rule pack says instead).
[[nodiscard]] credit::Duties duties_now(Visitor const& visitor);

/// What the visitor may register, one tile each, and who registers the rest.
[[nodiscard]] web::KindsView kinds_for(Visitor const& visitor);

/// How study of that kind counts, in one line.
[[nodiscard]] std::string_view hint_for(credit::Activity activity);

}  // namespace ce::console
