#include <gtest/gtest.h>

#include "kiosk/widgets/surface.h"
#include "kiosk/widgets/ui.h"

namespace ce::widgets {
namespace {

TEST(Motion, NothingIsDrawnWhileItRests) {
  auto opened = GlyphAtlas::open({});
  ASSERT_TRUE(opened.ok()) << describe(opened.failure());
  auto atlas = std::move(opened).value();
  Surface surface(atlas);
  Ui ui(atlas);
  // Three steps of a second and one that takes seven, as the card on the first screen has them.
  double now = 1000;
  for (int round = 0; round < 3; ++round) {
    for (int step = 0; step < 4; ++step) {
      surface.begin_pass(1080, 1920, {});
      ui.begin({1080, 1920, 4}, now);
      EXPECT_EQ(ui.beat(1.0, 4, 7), step);
      ASSERT_TRUE(ui.next_pass());
      EXPECT_DOUBLE_EQ(*ui.next_pass() - now, step < 3 ? 1 : 7) << step;
      now = *ui.next_pass();
      ui.end();
      static_cast<void>(surface.end_pass());
    }
  }
}

}  // namespace
}  // namespace ce::widgets
