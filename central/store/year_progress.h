#pragma once

#include <vector>

#include "central/store/records.h"
#include "shared/credit/pack.h"
#include "shared/protocol/messages.h"

namespace ce::store {

/// One year of a person judged by its pack, with the records that belong to it. Its certificate line says
/// incomplete or under_review: what holds while none is issued.
[[nodiscard]] protocol::YearProgress judge_year(std::vector<StoredRecord> const& records,
                                                credit::RulePack const& pack, int year);

/// Years that a record may belong to, and `others`; newest first, without doubles.
[[nodiscard]] std::vector<int> years_touched(std::vector<StoredRecord> const& records,
                                             std::vector<int> const& others);

}  // namespace ce::store
