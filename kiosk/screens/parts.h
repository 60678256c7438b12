#pragma once

#include <string_view>

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/panel.h"
#include "kiosk/widgets/ui.h"

namespace ce::screens {

// What several screens are made of.

[[nodiscard]] widgets::Meaning meaning_of(present::Tone tone);

/// The one sentence of a screen and the line that explains it, centred; draws from the top of `box` and
/// takes what it used off.
void headline(widgets::Ui& ui, widgets::Rect& box, std::string_view first, std::string_view second);

/// Who is here: masked name and number, employer, and the key that shows them while it is held.
void person(widgets::Ui& ui, widgets::Rect const& box, present::PersonView const& view);
[[nodiscard]] float person_height(widgets::Ui const& ui);

/// 上一页 · 第 1 / 3 页 · 下一页; nothing for a single page.
[[nodiscard]] Outcome pager(widgets::Ui& ui, widgets::Rect const& box, present::PageView const& view);

/// Labels and values, one pair a line.
void facts(widgets::Ui& ui, widgets::Rect const& box, std::vector<present::FactView> const& list);
[[nodiscard]] float facts_height(widgets::Ui const& ui, std::size_t count);

}  // namespace ce::screens
