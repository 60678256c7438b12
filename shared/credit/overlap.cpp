#include "shared/credit/overlap.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>
#include <vector>

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

bool placed_in_time(Record const& record, Counted const& counted) {
  return counted.units.count > 0 && record.start && record.end && !fills_gap(record.activity);
}

}  // namespace

void note_overlaps(std::span<Record const> records, std::span<Counted> counted) {
  // Each is looked at with every other one, and most have no place: what has one is put together first, for a
  // usual year without asking the heap.
  std::array<std::byte, 64 * sizeof(std::size_t)> room;
  std::pmr::monotonic_buffer_resource memory{room.data(), room.size()};
  std::pmr::vector<std::size_t> placed{&memory};
  placed.reserve(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (placed_in_time(records[i], counted[i])) placed.push_back(i);
  }
  for (std::size_t i = 0; i < placed.size(); ++i) {
    for (std::size_t j = i + 1; j < placed.size(); ++j) {
      if (!collide(records[placed[i]], records[placed[j]])) continue;
      counted[placed[i]].notes.insert(Note::overlap_warning);
      counted[placed[j]].notes.insert(Note::overlap_warning);
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
