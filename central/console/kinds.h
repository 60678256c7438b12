#pragma once

#include "central/web/kinds_page.h"
#include "shared/credit/record.h"
#include "shared/credit/roles.h"

namespace ce::console {

/// What a party may register (article 4), one tile each, and who registers the rest.
[[nodiscard]] web::KindsView kinds_for(credit::Party party);

/// How study of that kind counts, in one line.
[[nodiscard]] std::string_view hint_for(credit::Activity activity);

}  // namespace ce::console
