#pragma once

#include <optional>
#include <vector>

namespace ce::widgets {

/// Packs small boxes of similar heights into a sheet, shelf by shelf, with a blank pixel between them.
class ShelfPacker {
 public:
  struct Place {
    int x = 0;
    int y = 0;
  };

  ShelfPacker(int width, int height) : width_(width), height_(height) {}

  /// Where the box goes; nothing when the sheet is full.
  [[nodiscard]] std::optional<Place> place(int width, int height);
  void grow(int height) { height_ = height; }

 private:
  struct Shelf {
    int y = 0;
    int height = 0;
    int used = 0;
  };
  int width_;
  int height_;
  int top_ = 0;
  std::vector<Shelf> shelves_;
};

}  // namespace ce::widgets
