#pragma once

#include <map>
#include <set>
#include <span>

#include "central/console/visitor.h"
#include "central/review/step.h"
#include "central/web/review_page.h"

namespace ce::console {

/// What somebody looks at.
struct ReviewAsked {
  std::string subject;  // word of the protocol, empty: all
  std::string region;
  std::int64_t after = 0;
};

/// What was decided at once, and what of it could not be done.
struct Decided {
  std::size_t done = 0;
  std::map<std::int64_t, std::string> said;  // by record: why not
  std::string reason;                        // as typed
};

/// "123:4" to a judgement; false for anything else.
[[nodiscard]] bool read_pick(std::string_view pick, review::Judgement& judgement);

/// Takes the decisions; one that fails leaves the others be. Fails with input_invalid (none or too many) and
/// storage errors.
[[nodiscard]] Result<Decided> decide(Visitor const& visitor, std::span<review::Judgement const> judgements);

/// The work list, with `decided` beside its rows.
[[nodiscard]] Result<web::ReviewView> review_shown(Visitor const& visitor, ReviewAsked const& asked,
                                                   Decided const& decided = {});

/// The list's own address with its filter.
[[nodiscard]] std::string review_address(ReviewAsked const& asked, bool with_after);

}  // namespace ce::console
