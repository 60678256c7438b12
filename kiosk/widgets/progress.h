#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/widgets/panel.h"

namespace ce::widgets {

/// A ring that fills clockwise; returns the square within it, for its words.
Rect ring(Ui& ui, std::string_view id, Rect const& box, float fraction, Meaning meaning);

/// A bar that fills from the left; complete ones in the colour of good.
void bar(Ui& ui, std::string_view id, Rect const& box, float fraction);
/// The thin bar under it: the mandatory part.
void thin_bar(Ui& ui, std::string_view id, Rect const& box, float fraction);

struct StepMark {
  std::string_view label;
  bool done = false;
  bool current = false;
};
/// Numbered marks on a line, with a word under each.
void stepper(Ui& ui, Rect const& box, std::vector<StepMark> const& steps);

/// The same one under another, in larger words; a row wants 2.7 em.
void step_list(Ui& ui, Rect const& box, std::vector<StepMark> const& steps);

/// A turning wheel that asks for its own frames; an hourglass in elder mode.
void waiting_wheel(Ui& ui, Rect const& box);

}  // namespace ce::widgets
