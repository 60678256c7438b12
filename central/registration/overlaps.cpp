#include "central/registration/overlaps.h"

#include <algorithm>
#include <array>

#include "central/store/records.h"
#include "shared/credit/counting.h"
#include "shared/credit/overlap.h"

namespace ce::registration {
namespace {

// A person has a handful of records at a time; who has more is warned by the first of them.
constexpr std::int64_t most_compared = 100;
constexpr std::string_view overlap_words = "与此人的另一条记录时间重叠或内容重复，可以登记，审核时会核对";

bool collides(credit::Record const& one, credit::Record const& other, credit::RulePack const& pack) {
  std::array<credit::Record, 2> const records{one, other};
  std::array<credit::Counted, 2> counted{
      {{credit::stated_time(one, pack).units, {}}, {credit::stated_time(other, pack).units, {}}}};
  credit::note_overlaps(records, counted);
  return !counted[0].notes.empty();
}

}  // namespace

Result<void> warn_of_overlaps(storage::Database& database, rulebook::Rulebook const& rules,
                              credit::Record const& record, std::optional<std::int64_t> own,
                              Checked& checked) {
  if (!record.start || !record.end) return {};
  CE_TRY(auto const* const pack, rules.packs.of_year(year_of(record)));
  CE_TRY(auto const others,
         store::records_meeting(database, checked.professional, *record.start, *record.end, most_compared));
  bool const found = std::any_of(others.begin(), others.end(), [&](store::StoredRecord const& other) {
    return other.id != own && collides(record, other.record, *pack);
  });
  if (found) checked.warnings.emplace_back(overlap_words);
  return {};
}

Result<void> warn_of_overlap(rulebook::Rulebook const& rules, credit::Record const& earlier,
                             credit::Record const& record, Checked& checked) {
  if (!record.start || !record.end || !earlier.start || !earlier.end) return {};
  if (*earlier.end < *record.start || *record.end < *earlier.start) return {};
  auto& warnings = checked.warnings;
  if (std::find(warnings.begin(), warnings.end(), overlap_words) != warnings.end()) return {};
  CE_TRY(auto const* const pack, rules.packs.of_year(year_of(record)));
  if (collides(record, earlier, *pack)) warnings.emplace_back(overlap_words);
  return {};
}

}  // namespace ce::registration
