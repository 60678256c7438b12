#include "central/registration/overlaps.h"

#include <algorithm>

#include "central/store/records.h"
#include "shared/credit/counting.h"
#include "shared/credit/overlap.h"

namespace ce::registration {
namespace {

/// What note_overlaps() compares: records that are or may become counted.
struct Beside {
  std::vector<credit::Record> records;
  std::vector<credit::Counted> counted;

  void add(credit::Record const& record, credit::RulePack const& pack) {
    records.push_back(record);
    counted.push_back({credit::stated_time(record, pack).units, {}});
  }
};

}  // namespace

Result<void> warn_of_overlaps(storage::Database& database, rulebook::Rulebook const& rules,
                              credit::Record const& record, std::optional<std::int64_t> own,
                              Checked& checked) {
  if (!record.start || !record.end) return {};
  CE_TRY(auto const* const pack,
         rules.packs.of_year(record.credit_year.value_or(static_cast<std::int16_t>(record.end->year()))));
  Beside beside;
  beside.add(record, *pack);
  CE_TRY(auto const stored, store::records_of(database, checked.professional));
  for (auto const& other : stored) {
    bool const counts = other.record.review != credit::ReviewState::rejected && other.id != own;
    if (counts) beside.add(other.record, *pack);
  }
  credit::note_overlaps(beside.records, beside.counted);
  auto const& notes = beside.counted.front().notes;
  if (std::find(notes.begin(), notes.end(), credit::Note::overlap_warning) != notes.end()) {
    checked.warnings.emplace_back("与此人的另一条记录时间重叠或内容重复，可以登记，审核时会核对");
  }
  return {};
}

}  // namespace ce::registration
