#pragma once

#include "kiosk/present/training_view.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

// What every screen carries in training.

[[nodiscard]] float training_band_height(widgets::Ui const& ui, present::TrainingView const& view);
/// Note and keys, between header and body.
[[nodiscard]] Outcome draw_training_band(widgets::Ui& ui, widgets::Rect const& box,
                                         present::TrainingView const& view);
/// The mark, over all of the screen; what lies under it can still be read.
void draw_training_mark(widgets::Ui& ui, present::TrainingView const& view);

}  // namespace ce::screens
