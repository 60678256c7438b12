#include "kiosk/widgets/drift.h"

#include <array>
#include <cmath>

namespace ce::widgets {

Point drift(std::int64_t step, float px_per_mm) {
  struct Place {
    float x;
    float y;
  };
  // Each is a neighbour of the one before: nobody sees the picture jump.
  constexpr auto places =
      std::to_array<Place>({{0, 0}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}});
  constexpr auto count = static_cast<std::int64_t>(places.size());
  auto const& place = places.at(static_cast<std::size_t>((step % count + count) % count));
  float const far = std::round(px_per_mm * 1.2F);
  return {place.x * far, place.y * far};
}

}  // namespace ce::widgets
