#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/present/views.h"
#include "kiosk/screens/outcome.h"
#include "kiosk/widgets/surface.h"
#include "kiosk/widgets/ui.h"

namespace ce::blind {

/// A screen without a display: the real fonts, the real interface, no OpenGL.
class Stage {
 public:
  explicit Stage(widgets::Display const& display);

  /// One pass with that finger.
  screens::Outcome pass(present::View const& view, widgets::Finger const& finger = {});
  /// Passes until the sheet of glyphs stands still, as the window makes them.
  void settle(present::View const& view);
  /// A press and a release in the middle of that target; what came of it.
  screens::Outcome press(present::View const& view, std::string const& id);
  /// A finger that comes down there, goes so far in steps and is lifted; what came of it.
  screens::Outcome draw_along(present::View const& view, widgets::Point from, widgets::Point by);
  void drift(widgets::Point by) { ui_.drift(by); }
  void focus(std::string id) { ui_.focus(std::move(id)); }
  /// A press in `at`, held; then drawn.
  void hold(present::View const& view, widgets::Point at);

  [[nodiscard]] std::optional<widgets::Target> target(std::string const& id) const;
  [[nodiscard]] widgets::Ui const& ui() const { return ui_; }
  [[nodiscard]] widgets::Display const& display() const { return display_; }
  [[nodiscard]] ImDrawData const& picture() const { return *picture_; }

 private:
  widgets::Display display_;
  widgets::GlyphAtlas& atlas_;
  widgets::Surface surface_;
  widgets::Ui ui_;
  double now_ = 1000;
  ImDrawData const* picture_ = nullptr;
};

/// One of the panels the kiosk must suit.
struct Panel {
  std::string name;
  widgets::Display display;
};
[[nodiscard]] std::vector<Panel> panels();
/// Upright ones on which large type has the least room.
[[nodiscard]] std::vector<Panel> small_upright_panels();
[[nodiscard]] Panel largest_panel();

}  // namespace ce::blind
