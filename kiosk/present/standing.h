#pragma once

#include <string>
#include <vector>

#include "kiosk/present/views.h"
#include "kiosk/present/words.h"
#include "shared/protocol/messages.h"

/// How a year stands, in words; room-internal.
namespace ce::present {

[[nodiscard]] float fraction(CreditUnits done, CreditUnits required);
[[nodiscard]] Tagged year_verdict(protocol::YearProgress const& year, Words const& words);
[[nodiscard]] std::vector<SubjectView> subject_views(protocol::YearProgress const& year, Words const& words);
/// What is missing and what to do about it, one sentence each; empty for a complete year.
[[nodiscard]] std::vector<std::string> missing_sentences(protocol::YearProgress const& year,
                                                         Words const& words);

}  // namespace ce::present
