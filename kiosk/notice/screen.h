#pragma once

#include "kiosk/notice/page.h"
#include "kiosk/notice/paper.h"

namespace ce::notice {

/// Draws the page, sized by the smaller side of the screen; where its key is.
[[nodiscard]] Box draw(Paper& paper, std::vector<Line> const& lines);

}  // namespace ce::notice
