#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "kiosk/widgets/glyph_atlas.h"

namespace ce::widgets {

/// With the fonts of the machine.
inline GlyphAtlas open_atlas() {
  auto opened = GlyphAtlas::open({});
  EXPECT_TRUE(opened.ok()) << describe(opened.failure());
  return std::move(opened).value();
}

}  // namespace ce::widgets
