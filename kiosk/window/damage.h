#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

struct ImDrawData;
struct ImVec4;

namespace ce::window {

/// A rectangle of whole pixels.
struct Patch {
  int x = 0;
  int y = 0;
  int w = 0;
  int h = 0;
};

/// The whole pixels of the clip rectangle `clip` (left, top, right, bottom) that lie in `patch`; w or h is 0
/// where none do. Neighbouring patches share no row and leave none out, wherever the edges of `clip` fall.
[[nodiscard]] Patch clipped(ImVec4 const& clip, Patch const& patch);

/// One number for the whole picture: equal for equal pictures.
[[nodiscard]] std::uint64_t picture_hash(ImDrawData const& picture);

/// Remembers a picture as one hash per tile of the screen and says which tiles a new picture changes. A
/// tile's hash runs over every triangle whose bounding box touches it, in drawing order.
class Damage {
 public:
  /// Where `picture` differs from the last one, as few rectangles; empty if nowhere. `salt` is hashed into
  /// every tile: another background or another sheet of glyphs changes all of them.
  [[nodiscard]] std::vector<Patch> against_last(ImDrawData const& picture, int width, int height,
                                                std::uint64_t salt);
  /// The next picture is new everywhere.
  void forget() { tiles_.clear(); }

 private:
  [[nodiscard]] std::vector<Patch> patches(std::vector<std::uint64_t> const& now) const;

  [[nodiscard]] std::size_t at(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
  }

  int width_ = 0;
  int height_ = 0;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<std::uint64_t> tiles_;
};

}  // namespace ce::window
