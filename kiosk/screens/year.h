#pragma once

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

// The parts of the progress screen.

/// The year at a glance: a ring for the total, a bar for each subject with its mandatory part.
void year_card(widgets::Ui& ui, widgets::Rect const& box, present::ProgressView const& view);

/// What is missing and what to do, as sentences; 0 high if nothing is.
[[nodiscard]] float missing_height(widgets::Ui const& ui, present::ProgressView const& view, float width);
void missing_card(widgets::Ui& ui, widgets::Rect const& box, present::ProgressView const& view);

/// The records of this page, with their state of review, and the keys to turn pages; and whether the box
/// has room to read them.
[[nodiscard]] bool records_fit(widgets::Ui const& ui, widgets::Rect const& box,
                               present::ProgressView const& view);
[[nodiscard]] Outcome records_card(widgets::Ui& ui, widgets::Rect const& box,
                                   present::ProgressView const& view);

}  // namespace ce::screens
