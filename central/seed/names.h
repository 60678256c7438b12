#pragma once

#include <string>

#include "central/seed/random.h"
#include "shared/identity/id_number.h"

namespace ce::seed {

enum class NameKind : std::uint8_t { common, rare_character, minority, foreign };

/// A made-up name of that kind. Rare ones hold characters outside the common fonts, some beyond the BMP.
[[nodiscard]] std::string make_name(Random& random, NameKind kind, identity::Sex sex);

}  // namespace ce::seed
