#pragma once

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

// The parts of the progress screen.

/// The year at a glance: a ring for the total, a bar for each subject with its mandatory part.
void year_card(widgets::Ui& ui, widgets::Rect const& box, present::ProgressView const& view);

/// How much of the learning site there is room for: its code, for telephones, its address, nothing.
enum class Site : unsigned char { nothing, address, code };

/// What is missing and what to do, as sentences, and where to learn; 0 high if nothing is missing.
[[nodiscard]] float missing_height(widgets::Ui const& ui, present::ProgressView const& view, float width,
                                   Site site);
void missing_card(widgets::Ui& ui, widgets::Rect const& box, present::ProgressView const& view, Site site);

/// The site's code, and its address if that is short, in a low strip, for where that card has no room for the
/// code; whether the strip has it.
[[nodiscard]] float site_strip_height(widgets::Ui const& ui, present::ProgressView const& view);
[[nodiscard]] bool site_strip_fits(widgets::Ui const& ui, present::ProgressView const& view, float width);
void site_strip(widgets::Ui& ui, widgets::Rect box, present::ProgressView const& view);

/// The records of this page, with their state of review, and the keys to turn pages; and whether the box
/// has room to read them.
[[nodiscard]] bool records_fit(widgets::Ui const& ui, widgets::Rect const& box,
                               present::ProgressView const& view);
[[nodiscard]] Outcome records_card(widgets::Ui& ui, widgets::Rect const& box,
                                   present::ProgressView const& view);

}  // namespace ce::screens
