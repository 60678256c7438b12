#include "kiosk/window/raster.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace ce::window {
namespace {

constexpr int wide = 120;
constexpr int tall = 90;
constexpr ImU32 half_white = 0x80FFFFFF;
constexpr widgets::Color black = 0xFF000000;

/// A picture by hand, on a sheet whose first texels are white and whose others have a coverage each of its
/// own.
class Drawn {
 public:
  Drawn() {
    for (int y = 0; y < sheet_high; ++y) {
      for (int x = 0; x < sheet_wide; ++x) {
        texels_.push_back(x < 4 && y < 4 ? 255 : static_cast<unsigned char>((x * 7 + y * 13) % 256));
      }
    }
    ImDrawCmd command;
    command.ClipRect = {0, 0, wide, tall};
    list_.CmdBuffer.push_back(command);
  }

  static constexpr int sheet_wide = 64;
  static constexpr int sheet_high = 32;
  [[nodiscard]] Sheet sheet() const { return {texels_.data(), sheet_wide, sheet_high}; }
  [[nodiscard]] int texel(int x, int y) const {
    return texels_[static_cast<std::size_t>(y * sheet_wide + x)];
  }
  ImDrawList& list() { return list_; }

  static ImDrawVert corner(float x, float y, ImU32 colour) {
    return {{x, y}, {1.5F / sheet_wide, 1.5F / sheet_high}, colour};
  }
  void triangle(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c) {
    for (auto const& vertex : {a, b, c}) {
      list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(list_.VtxBuffer.Size));
      list_.VtxBuffer.push_back(vertex);
    }
    list_.CmdBuffer[0].ElemCount += 3;
  }
  /// As ImGui writes one; texels from (u0, v0) to (u1, v1).
  void box(ImVec2 low, ImVec2 high, ImVec2 from, ImVec2 to, ImU32 colour) {
    auto const first = static_cast<ImDrawIdx>(list_.VtxBuffer.Size);
    auto const at = [](float texel, int size) { return texel / static_cast<float>(size); };
    ImVec2 const uv0{at(from.x, sheet_wide), at(from.y, sheet_high)};
    ImVec2 const uv1{at(to.x, sheet_wide), at(to.y, sheet_high)};
    list_.VtxBuffer.push_back({low, uv0, colour});
    list_.VtxBuffer.push_back({{high.x, low.y}, {uv1.x, uv0.y}, colour});
    list_.VtxBuffer.push_back({high, uv1, colour});
    list_.VtxBuffer.push_back({{low.x, high.y}, {uv0.x, uv1.y}, colour});
    for (int const step : {0, 1, 2, 0, 2, 3}) {
      list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(first + step));
    }
    list_.CmdBuffer[0].ElemCount += 6;
  }

  std::vector<std::uint32_t> on(widgets::Color background, std::vector<Patch> const& patches) {
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(wide) * tall, 0x00FACADE);
    ImDrawList* lists[] = {&list_};
    ImDrawData picture;
    picture.Valid = true;
    picture.CmdListsCount = 1;
    picture.CmdLists = lists;
    picture.DisplaySize = {wide, tall};
    for (Patch const& patch : patches) {
      rasterise(picture, sheet(), patch, background, {pixels.data(), wide, tall, wide});
    }
    return pixels;
  }
  std::vector<std::uint32_t> on(widgets::Color background) { return on(background, {{0, 0, wide, tall}}); }

 private:
  std::vector<unsigned char> texels_;
  ImDrawList list_{nullptr};
};

std::uint32_t at(std::vector<std::uint32_t> const& pixels, int x, int y) {
  return pixels[static_cast<std::size_t>(y) * wide + static_cast<std::size_t>(x)];
}

TEST(Raster, TrianglesThatShareEdgesLeaveNoPixelOutAndTakeNoneTwice) {
  // A fan of half-white triangles round a point between pixels, beyond the picture on all sides.
  std::mt19937 chance(7);
  for (int round = 0; round < 20; ++round) {
    Drawn drawn;
    std::uniform_real_distribution<float> place(20, 70);
    ImVec2 const centre{place(chance), place(chance)};
    int const sides = 3 + round;
    auto const rim = [&](int i) {
      float const turn =
          2 * std::numbers::pi_v<float> * static_cast<float>(i % sides) / static_cast<float>(sides);
      return Drawn::corner(centre.x + 400 * std::cos(turn), centre.y + 400 * std::sin(turn), half_white);
    };
    for (int i = 0; i < sides; ++i)
      drawn.triangle(Drawn::corner(centre.x, centre.y, half_white), rim(i), rim(i + 1));
    for (auto const pixel : drawn.on(black)) ASSERT_EQ(pixel, 0x00808080U) << "round " << round;
  }
}

TEST(Raster, APixelBelongsToABoxWhenItsMiddleDoes) {
  Drawn drawn;
  drawn.box({10.5F, 20.5F}, {12.5F, 21.5F}, {1.5F, 1.5F}, {1.5F, 1.5F}, 0xFF0000FF);  // ABGR: red
  auto const pixels = drawn.on(black);
  EXPECT_EQ(at(pixels, 9, 20), 0U);
  EXPECT_EQ(at(pixels, 10, 20), 0x00FF0000U) << "the left and the upper edge are its own";
  EXPECT_EQ(at(pixels, 11, 20), 0x00FF0000U);
  EXPECT_EQ(at(pixels, 12, 20), 0U) << "the right one is not";
  EXPECT_EQ(at(pixels, 10, 21), 0U);
}

TEST(Raster, AGlyphIsShownTexelByTexel) {
  Drawn drawn;
  drawn.box({30, 40}, {50, 52}, {20, 8}, {40, 20}, 0xFFFFFFFF);
  drawn.box({60, 40}, {80, 52}, {40, 20}, {20, 8}, 0xFFFFFFFF);  // turned over both ways
  auto const pixels = drawn.on(black);
  for (int y = 0; y < 12; ++y) {
    for (int x = 0; x < 20; ++x) {
      ASSERT_EQ(static_cast<int>(at(pixels, 30 + x, 40 + y) & 0xFFU), drawn.texel(20 + x, 8 + y))
          << x << ' ' << y;
      ASSERT_EQ(at(pixels, 79 - x, 51 - y), at(pixels, 30 + x, 40 + y)) << x << ' ' << y;
    }
  }
}

TEST(Raster, AStretchedShadowGoesFromTexelToTexel) {
  Drawn drawn;
  drawn.box({10, 10}, {50, 22}, {30.5F, 8}, {30.5F, 20}, 0xFFFFFFFF);  // one column, drawn out
  drawn.box({10, 40}, {50, 64}, {20, 8}, {40, 20}, 0xFFFFFFFF);        // twice as large
  auto const pixels = drawn.on(black);
  for (int x = 0; x < 40; ++x) {
    ASSERT_EQ(static_cast<int>(at(pixels, 10 + x, 15) & 0xFFU), drawn.texel(30, 13)) << x;
  }
  // A quarter of the way from one texel's middle to the next.
  int const expected =
      (drawn.texel(25, 12) * 9 + drawn.texel(26, 12) * 3 + drawn.texel(25, 13) * 3 + drawn.texel(26, 13)) /
      16;
  EXPECT_NEAR(static_cast<int>(at(pixels, 10 + 11, 40 + 9) & 0xFFU), expected, 1);
}

TEST(Raster, ColoursRunStraightFromCornerToCorner) {
  Drawn drawn;
  // Black to white along a box of two triangles, as gradients are written.
  auto const a = Drawn::corner(0, 0, 0xFF000000);
  auto const b = Drawn::corner(100, 0, 0xFFFFFFFF);
  auto const c = Drawn::corner(100, 50, 0xFFFFFFFF);
  auto const d = Drawn::corner(0, 50, 0xFF000000);
  drawn.triangle(a, b, c);
  drawn.triangle(a, c, d);
  auto const pixels = drawn.on(0xFF00FF00);
  for (int x = 0; x < 100; ++x) {
    for (int y = 0; y < 50; ++y) {
      int const grey = static_cast<int>(std::lround((static_cast<double>(x) + 0.5) * 255 / 100));
      ASSERT_NEAR(static_cast<int>(at(pixels, x, y) & 0xFFU), grey, 1) << x << ' ' << y;
    }
  }
}

TEST(Raster, OnlyTheClipAndThePatchAreTouched) {
  Drawn drawn;
  drawn.list().CmdBuffer[0].ClipRect = {20, 20, 40, 40};
  drawn.box({0, 0}, {wide, tall}, {1.5F, 1.5F}, {1.5F, 1.5F}, 0xFFFFFFFF);
  drawn.triangle(Drawn::corner(-500, -500, half_white), Drawn::corner(900, 0, half_white),
                 Drawn::corner(0, 900, half_white));
  auto const pixels = drawn.on(black, {{30, 30, 50, 50}});
  for (int y = 0; y < tall; ++y) {
    for (int x = 0; x < wide; ++x) {
      bool const patch = x >= 30 && y >= 30 && x < 80 && y < 80;
      bool const clip = patch && x < 40 && y < 40;
      ASSERT_EQ(at(pixels, x, y), clip ? 0x00FFFFFFU : patch ? 0U : 0x00FACADEU) << x << ' ' << y;
    }
  }
}

TEST(Raster, PartsTogetherAreTheWhole) {
  std::mt19937 chance(11);
  std::uniform_real_distribution<float> across(-20, wide + 20);
  std::uniform_real_distribution<float> down(-20, tall + 20);
  for (int round = 0; round < 30; ++round) {
    Drawn drawn;
    auto const corner = [&] {
      return Drawn::corner(across(chance), down(chance), static_cast<ImU32>(chance()));
    };
    for (int i = 0; i < 12; ++i) drawn.triangle(corner(), corner(), corner());
    auto const fading = [&] {
      return Drawn::corner(across(chance), down(chance), (static_cast<ImU32>(chance()) << 24U) | 0x804020U);
    };
    for (int i = 0; i < 12; ++i) drawn.triangle(fading(), fading(), fading());
    drawn.box({3, 5}, {103, 35}, {20, 8}, {20.05F, 8.01F}, 0xFF00FF00);  // nearly one texel for all
    for (int i = 0; i < 6; ++i) {
      ImVec2 const low{across(chance), down(chance)};
      drawn.box(low, {low.x + 17.3F, low.y + 9.1F}, {20, 8}, {37.3F, 17.1F}, static_cast<ImU32>(chance()));
    }
    int const x = static_cast<int>(chance() % (wide - 1)) + 1;
    int const y = static_cast<int>(chance() % (tall - 1)) + 1;
    ASSERT_EQ(
        drawn.on(black, {{0, 0, x, y}, {x, 0, wide - x, y}, {0, y, x, tall - y}, {x, y, wide - x, tall - y}}),
        drawn.on(black))
        << "round " << round;
  }
}

TEST(Raster, ShapesWithoutAreaOrFarOutsideDrawNothing) {
  Drawn drawn;
  drawn.triangle(Drawn::corner(10, 10, 0xFFFFFFFF), Drawn::corner(20, 20, 0xFFFFFFFF),
                 Drawn::corner(30, 30, 0xFFFFFFFF));
  drawn.triangle(Drawn::corner(1e9F, 1e9F, 0xFFFFFFFF), Drawn::corner(2e9F, 1e9F, 0xFFFFFFFF),
                 Drawn::corner(1e9F, 3e9F, 0xFFFFFFFF));
  drawn.box({50, 50}, {50, 60}, {20, 8}, {20, 18}, 0xFFFFFFFF);
  drawn.box({-1e9F, -1e9F}, {-1e8F, -1e8F}, {1.5F, 1.5F}, {1.5F, 1.5F}, 0xFFFFFFFF);
  for (auto const pixel : drawn.on(black)) ASSERT_EQ(pixel, 0U);
}

}  // namespace
}  // namespace ce::window
