#pragma once

#include <string_view>
#include <vector>

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/panel.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

// What several screens are made of.

[[nodiscard]] widgets::Meaning meaning_of(present::Tone tone);

/// An upright screen with few lines of its type: the smallest panel in the largest sizes.
[[nodiscard]] bool is_low(widgets::Ui const& ui);

/// The one sentence of a screen and the line that explains it, centred; draws from the top of `box` and
/// takes what it used off.
/// `em`: of the sentence, 0 for the theme's headline.
void headline(widgets::Ui& ui, widgets::Rect& box, std::string_view first, std::string_view second,
              float em = 0);
[[nodiscard]] float headline_height(widgets::Ui const& ui, float width, std::string_view first,
                                    std::string_view second, float em = 0);

/// A card in the middle of the screen with a sign and a sentence under it; where the sign goes.
[[nodiscard]] widgets::Rect sign_card(widgets::Ui& ui, widgets::Rect const& body, std::string_view first,
                                      std::string_view second);

/// Who is here: masked name and number, employer, and the key that shows them while it is held.
void person(widgets::Ui& ui, widgets::Rect const& box, present::PersonView const& view);
[[nodiscard]] float person_height(widgets::Ui const& ui);

/// 上一页 · 第 1 / 3 页 · 下一页; nothing for a single page.
[[nodiscard]] Outcome pager(widgets::Ui& ui, widgets::Rect const& box, present::PageView const& view);

/// Pages that a finger draws to the left or right, anywhere in a box beside its keys.
struct Swipe {
  float pull = 0;   // how far what lies in the box goes with the finger, px; 0 where nothing moves
  Outcome outcome;  // the page it was drawn to, once the finger is lifted
};
[[nodiscard]] Swipe swipe(widgets::Ui const& ui, widgets::Rect const& box, present::PageView const& view);

/// Labels and values, one pair a line; `em` 0 for the theme's body.
void facts(widgets::Ui& ui, widgets::Rect const& box, std::vector<present::FactView> const& list,
           float em = 0);
[[nodiscard]] float facts_height(widgets::Ui const& ui, std::size_t count);
/// Whether that width has room for them in the least type, no value in more than two lines.
[[nodiscard]] bool facts_fit(widgets::Ui const& ui, std::vector<present::FactView> const& list, float width);
/// What the longest of them takes in one line, in the theme's body.
[[nodiscard]] float facts_width(widgets::Ui const& ui, std::vector<present::FactView> const& list);

}  // namespace ce::screens
