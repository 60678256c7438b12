#include "kiosk/widgets/shelf_packer.h"

namespace ce::widgets {

std::optional<ShelfPacker::Place> ShelfPacker::place(int width, int height) {
  int const wide = width + 1;
  int const high = height + 1;
  Shelf* best = nullptr;
  for (Shelf& shelf : shelves_) {
    bool const fits = shelf.height >= high && shelf.used + wide <= width_;
    // A shelf more than half as high again wastes more than a new shelf costs.
    if (fits && shelf.height <= high + high / 2 + 2 && (!best || shelf.height < best->height)) best = &shelf;
  }
  if (!best) {
    if (wide > width_ || top_ + high > height_) return std::nullopt;
    shelves_.push_back({top_, high, 0});
    top_ += high;
    best = &shelves_.back();
  }
  Place const place{best->used, best->y};
  best->used += wide;
  return place;
}

}  // namespace ce::widgets
