#include "kiosk/window/damage.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace ce::window {
namespace {

constexpr int tile = 48;  // px; small enough for a clock's digits, large enough to stay few
constexpr std::size_t most_patches = 6;

std::uint64_t stir(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

std::uint64_t hash_of(ImDrawVert const& v) {
  std::uint64_t words[3] = {};
  static_assert(sizeof(ImDrawVert) <= sizeof(words));
  std::memcpy(words, &v, sizeof(v));
  return stir(stir(stir(1, words[0]), words[1]), words[2]);
}

Patch joined(Patch const& a, Patch const& b) {
  int const x = std::min(a.x, b.x);
  int const y = std::min(a.y, b.y);
  return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

long area(Patch const& p) {
  return static_cast<long>(p.w) * p.h;
}

/// Joins the two patches that waste least by it, until few are left.
void thin_out(std::vector<Patch>& patches) {
  while (patches.size() > most_patches) {
    std::size_t first = 0;
    std::size_t second = 1;
    long least = -1;
    for (std::size_t i = 0; i < patches.size(); ++i) {
      for (std::size_t j = i + 1; j < patches.size(); ++j) {
        long const waste = area(joined(patches[i], patches[j])) - area(patches[i]) - area(patches[j]);
        if (least < 0 || waste < least) {
          least = waste;
          first = i;
          second = j;
        }
      }
    }
    patches[first] = joined(patches[first], patches[second]);
    patches.erase(patches.begin() + static_cast<std::ptrdiff_t>(second));
  }
}

}  // namespace

Patch clipped(ImVec4 const& clip, Patch const& patch) {
  auto const whole = [](float edge) { return static_cast<int>(std::lround(edge)); };
  int const x = std::max(whole(clip.x), patch.x);
  int const y = std::max(whole(clip.y), patch.y);
  return {x, y, std::max(0, std::min(whole(clip.z), patch.x + patch.w) - x),
          std::max(0, std::min(whole(clip.w), patch.y + patch.h) - y)};
}

std::uint64_t picture_hash(ImDrawData const& picture) {
  std::uint64_t hash = 11;
  for (int l = 0; l < picture.CmdListsCount; ++l) {
    ImDrawList const& list = *picture.CmdLists[l];
    for (ImDrawVert const& vertex : list.VtxBuffer) hash = stir(hash, hash_of(vertex));
    for (ImDrawCmd const& command : list.CmdBuffer) hash = stir(hash, command.ElemCount);
  }
  return hash;
}

std::vector<Patch> Damage::against_last(ImDrawData const& picture, int width, int height,
                                        std::uint64_t salt) {
  if (width != width_ || height != height_) forget();
  width_ = width;
  height_ = height;
  columns_ = (width + tile - 1) / tile;
  rows_ = (height + tile - 1) / tile;
  std::vector<std::uint64_t> now(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_),
                                 stir(7, salt));

  auto const column = [&](float x) { return std::clamp(static_cast<int>(x) / tile, 0, columns_ - 1); };
  auto const row = [&](float y) { return std::clamp(static_cast<int>(y) / tile, 0, rows_ - 1); };
  for (int l = 0; l < picture.CmdListsCount; ++l) {
    ImDrawList const& list = *picture.CmdLists[l];
    for (ImDrawCmd const& command : list.CmdBuffer) {
      std::uint64_t clip = 3;
      for (float const edge :
           {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w}) {
        clip = stir(clip, static_cast<std::uint64_t>(std::lround(edge)));
      }
      ImDrawIdx const* index = list.IdxBuffer.Data + command.IdxOffset;
      ImDrawVert const* vertices = list.VtxBuffer.Data + command.VtxOffset;
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        ImDrawVert const& a = vertices[index[i]];
        ImDrawVert const& b = vertices[index[i + 1]];
        ImDrawVert const& c = vertices[index[i + 2]];
        std::uint64_t const mark = stir(stir(stir(clip, hash_of(a)), hash_of(b)), hash_of(c));
        auto const [left, right] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
        auto const [top, bottom] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
        for (int y = row(top - 1); y <= row(bottom + 1); ++y) {
          for (int x = column(left - 1); x <= column(right + 1); ++x) {
            auto& hash = now[at(x, y)];
            hash = stir(hash, mark);
          }
        }
      }
    }
  }

  std::vector<Patch> found;
  if (tiles_.size() != now.size()) {
    found.push_back({0, 0, width, height});
  } else {
    found = patches(now);
  }
  tiles_ = std::move(now);
  return found;
}

std::vector<Patch> Damage::patches(std::vector<std::uint64_t> const& now) const {
  std::vector<Patch> found;
  for (int y = 0; y < rows_; ++y) {
    for (int x = 0; x < columns_; ++x) {
      auto const here = at(x, y);
      if (tiles_[here] == now[here]) continue;
      int const from = x;
      while (x < columns_ && tiles_[at(x, y)] != now[at(x, y)]) {
        ++x;
      }
      Patch const run{from * tile, y * tile, std::min(x * tile, width_) - from * tile,
                      std::min(tile, height_ - y * tile)};
      auto const above = std::find_if(found.begin(), found.end(), [&run](Patch const& p) {
        return p.x == run.x && p.w == run.w && p.y + p.h == run.y;
      });
      if (above != found.end()) {
        above->h += run.h;
      } else {
        found.push_back(run);
      }
    }
  }
  thin_out(found);
  return found;
}

}  // namespace ce::window
