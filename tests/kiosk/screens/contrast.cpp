#include "contrast.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "kiosk/widgets/theme.h"

namespace ce::blind {
namespace {

using Corners = std::array<ImDrawVert, 3>;

struct Triangle {
  Corners corners;
  ImVec4 bounds;  // what the clip leaves of them
  bool plain;  // of one colour or from one to another; what is textured is a character, a shadow or a picture
};

Triangle triangle(Corners const& corners, ImVec4 const& clip) {
  auto const& [a, b, c] = corners;
  bool const plain = a.uv.x == b.uv.x && a.uv.y == b.uv.y && a.uv.x == c.uv.x && a.uv.y == c.uv.y;
  return {corners,
          {std::max(clip.x, std::min(a.pos.x, std::min(b.pos.x, c.pos.x))),
           std::max(clip.y, std::min(a.pos.y, std::min(b.pos.y, c.pos.y))),
           std::min(clip.z, std::max(a.pos.x, std::max(b.pos.x, c.pos.x))),
           std::min(clip.w, std::max(a.pos.y, std::max(b.pos.y, c.pos.y)))},
          plain};
}

widgets::Point centre_of(Triangle const& one) {
  auto const& [a, b, c] = one.corners;
  return {(a.pos.x + b.pos.x + c.pos.x) / 3, (a.pos.y + b.pos.y + c.pos.y) / 3};
}

/// All of the picture, in the order of painting; until the next one is looked at.
std::vector<Triangle> const& triangles_of(ImDrawData const& picture) {
  // Kept: fresh megabytes for each picture were half of this program's time.
  static std::vector<Triangle> all;
  all.clear();
  all.reserve(static_cast<std::size_t>(picture.TotalIdxCount) / 3);
  for (int number = 0; number < picture.CmdListsCount; ++number) {
    auto const& list = *picture.CmdLists[number];
    for (auto const& command : list.CmdBuffer) {
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        auto const corner = [&](unsigned which) {
          auto const at = static_cast<int>(command.IdxOffset + i + which);
          return list.VtxBuffer[static_cast<int>(command.VtxOffset) + list.IdxBuffer[at]];
        };
        all.push_back(triangle({corner(0), corner(1), corner(2)}, command.ClipRect));
      }
    }
  }
  return all;
}

/// How much of each corner there is in `at`, if it lies within.
std::optional<std::array<float, 3>> shares(Triangle const& triangle, widgets::Point at) {
  auto const& [a, b, c] = triangle.corners;
  float const whole = (b.pos.y - c.pos.y) * (a.pos.x - c.pos.x) + (c.pos.x - b.pos.x) * (a.pos.y - c.pos.y);
  if (whole == 0) return std::nullopt;
  float const of_a =
      ((b.pos.y - c.pos.y) * (at.x - c.pos.x) + (c.pos.x - b.pos.x) * (at.y - c.pos.y)) / whole;
  float const of_b =
      ((c.pos.y - a.pos.y) * (at.x - c.pos.x) + (a.pos.x - c.pos.x) * (at.y - c.pos.y)) / whole;
  std::array<float, 3> const found{of_a, of_b, 1 - of_a - of_b};
  return *std::min_element(found.begin(), found.end()) < 0 ? std::nullopt : std::optional{found};
}

ImVec4 colour_at(Triangle const& triangle, std::array<float, 3> const& share) {
  ImVec4 mixed{0, 0, 0, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    auto const one = ImGui::ColorConvertU32ToFloat4(triangle.corners.at(i).col);
    mixed.x += one.x * share.at(i);
    mixed.y += one.y * share.at(i);
    mixed.z += one.z * share.at(i);
    mixed.w += one.w * share.at(i);
  }
  return mixed;
}

void paint(ImVec4& ground, ImVec4 const& over) {
  auto const mix = [&](float& below, float above) { below += (above - below) * over.w; };
  mix(ground.x, over.x);
  mix(ground.y, over.y);
  mix(ground.z, over.z);
}

widgets::Color packed(ImVec4 colour) {
  colour.w = 1;
  return ImGui::ColorConvertFloat4ToU32(colour);
}

using Found = std::vector<Triangle>::const_iterator;

/// Its last character, before those of what was written after: others may lie in the same place, covered.
Found last_of(widgets::Inscription const& text, Found begin, Found until) {
  auto const is_of = [&](Triangle const& one) {
    return !one.plain && text.used.contains(centre_of(one)) && one.bounds.w - one.bounds.y < text.em * 1.5F &&
           one.corners[0].col >> IM_COL32_A_SHIFT > 0x80;
  };
  auto const found =
      std::find_if(std::make_reverse_iterator(until), std::make_reverse_iterator(begin), is_of);
  return found.base() == begin ? until : std::prev(found.base());
}

/// `ground` is what the window begins with.
double contrast_of(Found character, Found begin, ImVec4 ground) {
  auto const at = centre_of(*character);
  for (auto const* one = &*begin; one != &*character; ++one) {
    auto const& bounds = one->bounds;
    if (!one->plain || at.x < bounds.x || at.y < bounds.y || at.x > bounds.z || at.y > bounds.w) continue;
    if (auto const share = shares(*one, at)) paint(ground, colour_at(*one, *share));
  }
  auto ink = ground;
  paint(ink, ImGui::ColorConvertU32ToFloat4(character->corners[0].col));
  return widgets::contrast_ratio(packed(ink), packed(ground));
}

}  // namespace

std::vector<Seen> contrasts(Stage const& stage) {
  auto const& picture = triangles_of(stage.picture());
  auto const cleared = ImGui::ColorConvertU32ToFloat4(stage.ui().palette().ground);
  std::vector<Seen> all;
  auto written = picture.end();
  auto const& texts = stage.ui().inscriptions();
  for (auto at = texts.rbegin(); at != texts.rend(); ++at) {
    auto const& text = *at;
    if (text.text.empty()) continue;
    auto const character = last_of(text, picture.begin(), written);
    bool const found = character != written;
    if (found) written = character;
    auto const& targets = stage.ui().targets();
    bool const cannot_be_pressed = std::any_of(targets.begin(), targets.end(), [&](auto const& target) {
      return !target.enabled && target.box.overlaps(text.used);
    });
    if (cannot_be_pressed) continue;
    all.push_back({text.text, found ? contrast_of(character, picture.begin(), cleared) : 0});
  }
  return all;
}

std::vector<std::string> blank_targets(Stage const& stage) {
  auto const& picture = triangles_of(stage.picture());
  std::vector<std::string> blank;
  for (auto const& target : stage.ui().targets()) {
    // Shadows are textured as characters are, and faint.
    bool const written = std::any_of(picture.begin(), picture.end(), [&](Triangle const& one) {
      return !one.plain && one.corners[0].col >> IM_COL32_A_SHIFT > 0x80 &&
             target.box.contains(centre_of(one));
    });
    if (!written) blank.push_back(target.id);
  }
  return blank;
}

}  // namespace ce::blind
