#include "shared/credit/overlap.h"

#include <algorithm>

#include "shared/credit/counting.h"

namespace ce::credit {
namespace {

bool same_claim(Record const& a, Record const& b) {
  return a.activity == b.activity && a.subject == b.subject && a.mandatory == b.mandatory &&
         a.hours == b.hours && a.half_days == b.half_days && a.minutes == b.minutes && a.start == b.start &&
         a.end == b.end;
}

// Half days of `record` that find no place outside the `shared` dates.
std::int32_t pressed_into(std::int32_t shared, Record const& record) {
  std::int32_t const own = record.end->days() - record.start->days() + 1;
  return std::max(0, record.half_days.value_or(0) - 2 * (own - shared));
}

bool collide(Record const& a, Record const& b) {
  // Most pairs lie apart, which their dates tell without being counted in days.
  Date const from = std::max(*a.start, *b.start);
  Date const to = std::min(*a.end, *b.end);
  if (to < from) return false;
  if (same_claim(a, b)) return true;
  if (!a.half_days || !b.half_days) return false;
  std::int32_t const shared = to.days() - from.days() + 1;
  return pressed_into(shared, a) + pressed_into(shared, b) > 2 * shared;
}

void add_once(std::vector<Note>& notes) {
  if (std::find(notes.begin(), notes.end(), Note::overlap_warning) == notes.end()) {
    notes.push_back(Note::overlap_warning);
  }
}

bool placed_in_time(Record const& record, Counted const& counted) {
  return counted.units.count > 0 && record.start && record.end && !fills_gap(record.activity);
}

}  // namespace

void note_overlaps(std::span<Record const> records, std::span<Counted> counted) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!placed_in_time(records[i], counted[i])) continue;
    for (std::size_t j = i + 1; j < records.size(); ++j) {
      if (!placed_in_time(records[j], counted[j]) || !collide(records[i], records[j])) continue;
      add_once(counted[i].notes);
      add_once(counted[j].notes);
    }
  }
}

std::vector<std::size_t> overlapping(std::span<Record const> records, std::span<Counted const> counted,
                                     std::size_t at) {
  std::vector<std::size_t> places;
  if (!placed_in_time(records[at], counted[at])) return places;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (i == at || !placed_in_time(records[i], counted[i])) continue;
    if (collide(records[i], records[at])) places.push_back(i);
  }
  return places;
}

}  // namespace ce::credit
