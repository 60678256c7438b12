#pragma once

#include <string>
#include <vector>

#include "stage.h"

namespace ce::blind {

/// A piece of text and how it stands out from what was painted under it, by WCAG's ratio.
struct Seen {
  std::string text;
  double contrast = 0;
};

/// Of each inscription of the last pass, by the last of its characters in what goes to the graphics card;
/// but for those of keys that cannot be pressed, which WCAG 1.4.3 leaves out. One whose characters cannot be
/// found has a contrast of 0.
[[nodiscard]] std::vector<Seen> contrasts(Stage const& stage);

/// The targets of the last pass in which nothing was written or drawn: no word and no sign.
[[nodiscard]] std::vector<std::string> blank_targets(Stage const& stage);

}  // namespace ce::blind
