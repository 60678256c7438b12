#include <gtest/gtest.h>
#include <imgui.h>

#include "kiosk/widgets/brush.h"
#include "kiosk/widgets/surface.h"
#include "kiosk/window/damage.h"

namespace ce::window {
namespace {

/// Draws what it is told and says what that changed.
class Picture {
 public:
  Picture() : atlas_(std::move(widgets::GlyphAtlas::open({})).value()), surface_(atlas_) {}

  template <class Draw>
  std::vector<Patch> changed(Draw const& draw) {
    surface_.begin_pass(1000, 800, {});
    widgets::Brush const brush(*ImGui::GetBackgroundDrawList(), atlas_);
    brush.fill({0, 0, 1000, 800}, widgets::rgb(0xFFFFFF));
    draw(brush);
    return damage_.against_last(surface_.end_pass(), 1000, 800, 1);
  }

 private:
  widgets::GlyphAtlas atlas_;
  widgets::Surface surface_;
  Damage damage_;
};

bool covers(std::vector<Patch> const& patches, int x, int y) {
  for (Patch const& p : patches) {
    if (x >= p.x && x < p.x + p.w && y >= p.y && y < p.y + p.h) return true;
  }
  return false;
}

TEST(Damage, TheFirstPictureIsNewEverywhereAndTheSameIsNothing) {
  Picture picture;
  auto const nothing = [](widgets::Brush const&) {};
  auto const first = picture.changed(nothing);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].w, 1000);
  EXPECT_EQ(first[0].h, 800);
  EXPECT_TRUE(picture.changed(nothing).empty());
}

TEST(Damage, NeighbouringPatchesShareAFractionalClipRowByRow) {
  ImVec4 const clip{10.4F, 83.4F, 500.6F, 907.3F};
  Patch const upper = clipped(clip, {0, 48, 960, 624});
  Patch const lower = clipped(clip, {0, 672, 960, 336});
  EXPECT_EQ(upper.y, 83);
  EXPECT_EQ(upper.y + upper.h, 672);
  EXPECT_EQ(lower.y, 672);
  EXPECT_EQ(lower.y + lower.h, 907);
  EXPECT_EQ(upper.x, 10);
  EXPECT_EQ(upper.w, 491);
  EXPECT_EQ(clipped(clip, {600, 0, 48, 960}).w, 0);
}

TEST(Damage, AMovedBoxDamagesWhereItWasAndWhereItIs) {
  Picture picture;
  auto const at = [](float x) {
    return [x](widgets::Brush const& brush) { brush.fill({x, 300, 20, 20}, widgets::rgb(0x0000FF)); };
  };
  static_cast<void>(picture.changed(at(100)));
  auto const patches = picture.changed(at(700));
  EXPECT_TRUE(covers(patches, 110, 310));
  EXPECT_TRUE(covers(patches, 710, 310));
  EXPECT_FALSE(covers(patches, 400, 310));
  EXPECT_FALSE(covers(patches, 110, 600));
}

TEST(Damage, AnotherOrderOfTheSameShapesIsAnotherPicture) {
  Picture picture;
  auto const draw = [](bool swapped) {
    return [swapped](widgets::Brush const& brush) {
      brush.fill({100, 100, 50, 50}, widgets::rgb(swapped ? 0xFF0000 : 0x00FF00));
      brush.fill({100, 100, 50, 50}, widgets::rgb(swapped ? 0x00FF00 : 0xFF0000));
    };
  };
  static_cast<void>(picture.changed(draw(false)));
  EXPECT_TRUE(covers(picture.changed(draw(true)), 120, 120));
}

TEST(Damage, ManyScatteredChangesBecomeFewPatchesThatCoverThemAll) {
  Picture picture;
  auto const draw = [](std::uint32_t color) {
    return [color](widgets::Brush const& brush) {
      for (int i = 0; i < 20; ++i) {
        brush.fill({static_cast<float>(i % 5) * 200, static_cast<float>(i / 5) * 200, 10, 10},
                   widgets::rgb(color));
      }
    };
  };
  static_cast<void>(picture.changed(draw(0x112233)));
  auto const patches = picture.changed(draw(0x332211));
  EXPECT_LE(patches.size(), 6U);
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(covers(patches, i % 5 * 200 + 5, i / 5 * 200 + 5));
}

}  // namespace
}  // namespace ce::window
