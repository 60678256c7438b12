#pragma once

#include <deque>
#include <string>
#include <vector>

#include "cache_room.h"
#include "kiosk/cache/region_copy.h"
#include "shared/protocol/change_slices.h"
#include "shared/protocol/holder.h"
#include "shared/protocol/json.h"

namespace ce::test {

inline protocol::Change certificate_of(std::string const& id_number, std::string const& number, int year,
                                       protocol::CertificateState state) {
  protocol::CertificateLine line;
  line.state = state;
  line.number = number;
  line.authority = "广州市天河区人力资源和社会保障局";
  return {"certificate", number, protocol::CertificateChange{protocol::holder_of(id_number), year, line}};
}

inline protocol::Change standing_of(std::string const& id_number, std::string const& id, int hours = 90) {
  protocol::YearProgress year;
  year.year = 2025;
  year.pack = "GD2021";
  year.complete = hours >= 90;
  year.total = {CreditUnits::hours(hours), CreditUnits::hours(90)};
  return {"standing", id, protocol::StandingChange{protocol::holder_of(id_number), {year}}};
}

/// Pages as central writes them, cut; each lives as long as this.
class Pages {
 public:
  protocol::SlicedPage page(std::vector<protocol::Change> changes, std::string cursor,
                            bool has_more = false) {
    slicers_.emplace_back();
    return slicers_.back()
        .cut(protocol::write({std::move(changes), std::move(cursor), has_more, {}}))
        .value();
  }

 private:
  std::deque<protocol::ChangeSlicer> slicers_;
};

/// A cache's room with a region's copy in it.
struct RegionRoom : CacheRoom {
  std::filesystem::path region_file = directory / "region.db";
  Instant const central_now{1'772'000'000'000};

  [[nodiscard]] cache::RegionCopy open_region() const {
    auto copy = cache::RegionCopy::open(region_file, key_file, logger);
    if (!copy) ADD_FAILURE() << describe(copy.failure());
    return std::move(copy).value();
  }
  /// One that holds a snapshot of these.
  [[nodiscard]] cache::RegionCopy filled(std::vector<protocol::Change> changes) const {
    Pages pages;
    auto copy = open_region();
    EXPECT_TRUE(copy.begin_snapshot("all"));
    EXPECT_TRUE(copy.apply(pages.page(std::move(changes), "c1"), central_now));
    return copy;
  }
};

}  // namespace ce::test
