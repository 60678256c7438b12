#pragma once

#include <vector>

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

// The parts of the progress screen.

/// The year at a glance: a ring for the total, a bar for each subject with its mandatory part.
void year_card(widgets::Ui& ui, widgets::Rect const& box, present::ProgressView const& view);

/// Its height at which every subject tells its hours; and the least, with the total alone.
[[nodiscard]] float year_height(widgets::Ui const& ui, present::ProgressView const& view, float width);
[[nodiscard]] float year_least_height(widgets::Ui const& ui);

/// How much of the learning site there is room for: its code, for telephones, its address, nothing.
enum class Site : unsigned char { nothing, address, code };

/// What is missing and what to do, as sentences, and where to learn; 0 high if nothing is missing.
[[nodiscard]] float missing_height(widgets::Ui const& ui, present::ProgressView const& view, float width,
                                   Site site);
/// Without the site, in the least type that they may have.
[[nodiscard]] float missing_least_height(widgets::Ui const& ui, present::ProgressView const& view,
                                         float width);
void missing_card(widgets::Ui& ui, widgets::Rect const& box, present::ProgressView const& view, Site site);

/// The site's code, and its address if that is short, in a low strip, for where that card has no room for the
/// code.
struct SiteStrip {
  float module = 0;  // of the code, whole px
  float height = 0;
};
/// Those that the width has room for, the largest first.
[[nodiscard]] std::vector<SiteStrip> site_strips(widgets::Ui const& ui, present::ProgressView const& view,
                                                 float width);
void site_strip(widgets::Ui& ui, widgets::Rect box, present::ProgressView const& view,
                SiteStrip const& strip);

/// The records of this page, with their state of review, and the keys to turn pages; and whether the box
/// has room to read them.
[[nodiscard]] bool records_fit(widgets::Ui const& ui, widgets::Rect const& box,
                               present::ProgressView const& view);
[[nodiscard]] Outcome records_card(widgets::Ui& ui, widgets::Rect const& box,
                                   present::ProgressView const& view);

}  // namespace ce::screens
