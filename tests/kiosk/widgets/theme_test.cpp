#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "kiosk/widgets/drift.h"
#include "kiosk/widgets/theme.h"

namespace ce::widgets {
namespace {

TEST(Palette, TextContrastIsTenToOneAndTwentyInHighContrast) {
  EXPECT_NEAR(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)), 21, 0.01);
  for (auto const& pair : text_pairs(standard_palette())) {
    EXPECT_GE(contrast_ratio(pair.ink, pair.ground), 10) << pair.name;
  }
  for (auto const& pair : text_pairs(high_contrast_palette())) {
    EXPECT_GE(contrast_ratio(pair.ink, pair.ground), 20) << pair.name;
  }
}

TEST(Palette, BarsAndEdgesAreSeenOnTheirGround) {
  // WCAG 2.1, 1.4.11: 3:1 for what carries meaning without being text.
  for (Palette const* p : {&standard_palette(), &high_contrast_palette()}) {
    EXPECT_GE(contrast_ratio(p->progress, p->track), 3);
    EXPECT_GE(contrast_ratio(p->mandatory, p->track), 3);
    EXPECT_GE(contrast_ratio(p->good.edge, p->track), 3);
  }
}

TEST(Drift, EveryStepIsAShortOneToAPlaceOfItsOwn) {
  std::set<std::pair<float, float>> places;
  for (std::int64_t step = -9; step < 9; ++step) {
    auto const here = drift(step, 4.03F);
    auto const next = drift(step + 1, 4.03F);
    places.insert({here.x, here.y});
    EXPECT_EQ(here.x, std::round(here.x));
    EXPECT_LE(std::max(std::abs(here.x - next.x), std::abs(here.y - next.y)), 5);
  }
  EXPECT_EQ(places.size(), 9U);
  EXPECT_EQ(places.begin()->first, -5) << "1.2 mm: more than a stroke is thick";
}

TEST(Theme, CharactersHaveTheirMillimetresOnEveryPanel) {
  struct Panel {
    int width;
    int height;
    float mm_width;
  };
  for (Panel const& panel : {Panel{1080, 1920, 268}, Panel{1920, 1080, 344}, Panel{2160, 3840, 398}}) {
    Display const display{panel.width, panel.height, static_cast<float>(panel.width) / panel.mm_width};
    auto const height = [&](Comfort const& comfort) {
      return make_theme(display, comfort).body * 0.92F / display.px_per_mm;
    };
    EXPECT_GE(height({}), 4.8F) << panel.width;
    EXPECT_GE(height({TextSize::small, false, false}), 3.5F) << panel.width;
    EXPECT_GE(height({TextSize::medium, true, false}), 4.8F * 1.2F) << panel.width;
    EXPECT_LT(height({TextSize::small, false, false}), height({}));
  }
}

TEST(Theme, FingersHaveTheirMillimetres) {
  Display const display{1920, 1080, 1920.F / 344};
  EXPECT_GE(make_theme(display, {}).target, 12.7F * display.px_per_mm);
  EXPECT_GE(make_theme(display, {}).gap, 2.54F * display.px_per_mm);
  EXPECT_GE(make_theme(display, {TextSize::medium, true, false}).target, 20.F * display.px_per_mm);
  EXPECT_GE(make_theme(display, {TextSize::medium, true, false}).leading, 1.3F);
}

}  // namespace
}  // namespace ce::widgets
