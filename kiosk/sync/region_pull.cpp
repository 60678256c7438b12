#include "kiosk/sync/region_pull.h"

namespace ce::sync {
namespace {

constexpr auto with_region = "person,certificate,standing";
constexpr auto without_region = "person";

}  // namespace

Result<void> RegionPull::begin(std::string const& kinds, std::string_view why) {
  logger_->event(log::Event::delta_restarted, {{"what", "people"}, {"why", why}});
  return copy_->begin_snapshot(kinds);
}

Result<bool> RegionPull::take_page(ports::Central& central, cache::DeltaPlace const& place,
                                   Instant central_now) {
  auto const body = central.people_changes(place.kinds, place.cursor);
  if (!body && body.failure().code == FailureCode::resync_needed && !place.cursor.empty()) {
    CE_CHECK(begin(place.kinds, "central: another epoch, region or policy, or a number it never gave"));
    return true;
  }
  if (!body) return body.failure();
  CE_TRY(auto const page, slicer_.cut(body->reveal()));
  for (auto const& change : page.changes) {
    // Before the cursor moves on: a cut between the two stores forgets again, never not at all.
    if (change.kind == "person" && !change.removed) CE_CHECK(seen_->forget_person(std::string{change.id}));
  }
  CE_CHECK(copy_->apply(page, central_now));
  return page.has_more;
}

// A copy that was full is as good as it can be under that limit: only another one is worth another snapshot.
Result<void> RegionPull::begin_where_due(std::string const& kinds) {
  CE_TRY(auto const place, copy_->place());
  if (place.kinds.empty()) return begin(kinds, "nothing is kept yet");
  if (place.kinds != kinds) return begin(kinds, "this kiosk's configuration changed");
  bool const other_limit =
      place.closed_at ? *place.closed_at != copy_->limit() : place.bytes > copy_->limit();
  if (other_limit) return begin(kinds, "the size limit of this kiosk's configuration changed");
  return {};
}

Result<void> RegionPull::refresh(ports::Central& central, bool region, Instant central_now,
                                 std::function<bool()> const& stop) {
  std::string const kinds = region ? with_region : without_region;
  CE_CHECK(begin_where_due(kinds));
  for (bool more = true; more && !stop();) {
    CE_TRY(auto const place, copy_->place());
    CE_TRY(more, take_page(central, place, central_now));
  }
  return {};
}

}  // namespace ce::sync
