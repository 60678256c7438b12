#pragma once

#include "central/registration/actor.h"
#include "central/store/store.h"

namespace ce::issuing {

using registration::Actor;

/// Whether `actor` may issue, revoke and correct the certificates of `region` (article 14): the HRSS of that
/// very region, at its own level, neither above nor below. A region that was merged is acted for by the one
/// that took its place. Fails with issuing_refused, saying why in Chinese.
[[nodiscard]] Result<void> may_issue(rulebook::Rulebook const& rules, Actor const& actor,
                                     std::string_view region, Instant now);

/// Nobody issues to themselves. Fails with issuing_refused.
[[nodiscard]] Result<void> not_for_oneself(Actor const& actor, std::int64_t professional);

/// An issue day that can be printed: not after today, in or after the year it certifies. Fails with
/// input_invalid, year_without_pack.
[[nodiscard]] Result<void> check_day(rulebook::Rulebook const& rules, int year, Date day, Instant now);

}  // namespace ce::issuing
