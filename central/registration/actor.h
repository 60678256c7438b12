#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/audit/audit.h"
#include "shared/credit/review.h"
#include "shared/credit/roles.h"

namespace ce::registration {

/// Who acts: a signed-in account in one of its parts (articles 4 and 13). Made by whoever has proven it; this
/// room and central/review believe it.
struct Actor {
  std::string account;
  credit::Party party = credit::Party::person;
  credit::Level level = credit::Level::county;
  std::string region = {};                        // six digits
  std::optional<std::int64_t> unit = {};          // employer, institution or agency, by party
  std::optional<std::int64_t> professional = {};  // who the account's holder is, where that is known
  std::vector<std::string> industries = {};       // of an industry authority: what it answers for
};

/// Whether an industry authority answers for people of that industry (article 13(2)); none does for people
/// who have none yet.
[[nodiscard]] bool answers_for(Actor const& actor, std::string_view industry);

/// The level of an authority of `region`: "440000" province, "440100" city, "440106" county.
[[nodiscard]] credit::Level level_of(std::string_view region);

/// As the audit chain of the actor's region names who acts.
[[nodiscard]] audit::Author author_of(Actor const& actor);

}  // namespace ce::registration
