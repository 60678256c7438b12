#pragma once

#include <optional>
#include <string>

#include "shared/qr/qr.h"

namespace ce::present {

/// Where people go on learning (the site that the regulation's annex names, or the hall's own choice), as a
/// code for their telephones. A value, made once.
struct LearningSite {
  std::string address;  // as people read it: without scheme
  qr::Code code;        // of the whole address
};

/// Nothing where `url` is empty or too long for a code that a telephone reads at arm's length.
[[nodiscard]] std::optional<LearningSite> learning_site(std::string const& url);

}  // namespace ce::present
