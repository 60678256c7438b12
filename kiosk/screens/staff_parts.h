#pragma once

#include "kiosk/present/staff_view.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/icons.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

// What the staff's pages are made of.

[[nodiscard]] widgets::Icon icon_of(present::StaffSign sign);

/// A word on the page: a strip in its tone, or, where it is a hint, a plain line.
[[nodiscard]] float staff_note_height(widgets::Ui const& ui, present::Tagged const& said, float width);
void staff_note(widgets::Ui& ui, widgets::Rect const& box, present::Tagged const& said);

/// The keys at the foot of a page, as many in a row as the panel has room for; takes what it used off `body`.
[[nodiscard]] Outcome staff_keys(widgets::Ui& ui, widgets::Rect& body,
                                 std::vector<present::StaffKeyView> const& keys);

/// Things and how they are, one below the other; on a wide panel in two columns.
void staff_rows(widgets::Ui& ui, widgets::Rect const& box, present::StaffPageView const& view);

/// What so many of them take of that box upright, pixels; with the room that is kept.
[[nodiscard]] float staff_rows_height(widgets::Ui const& ui, widgets::Rect const& box,
                                      present::StaffPageView const& view);

/// Keys as cards, in a grid from the top of `box`.
[[nodiscard]] Outcome staff_cards(widgets::Ui& ui, widgets::Rect const& box,
                                  present::StaffPageView const& view);
/// What they take of that box, pixels.
[[nodiscard]] float staff_cards_height(widgets::Ui const& ui, widgets::Rect const& box,
                                       present::StaffPageView const& view);

/// What is being typed, with the note on it, and the keys to type it with.
[[nodiscard]] Outcome staff_typing(widgets::Ui& ui, widgets::Rect body, present::StaffPageView const& view);

/// A mark to be touched, with what is to be done in the middle of the page.
[[nodiscard]] Outcome staff_spot(widgets::Ui& ui, widgets::Rect const& body,
                                 present::StaffPageView const& view);

}  // namespace ce::screens
