#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/widgets/brush.h"
#include "kiosk/widgets/icons.h"
#include "kiosk/widgets/target.h"
#include "kiosk/widgets/text_layout.h"
#include "kiosk/widgets/theme.h"

namespace ce::widgets {

enum class Align : unsigned char { left, centre, right };
enum class Stand : unsigned char { top, middle, bottom };

/// How a text is set.
struct TextStyle {
  float em = 0;
  Color ink = 0;
  Weight weight = Weight::regular;
  Align align = Align::left;
  Stand stand = Stand::middle;
  int lines = 0;         // at most; 0: as many as fit
  float shrink = 0.72F;  // may become this much smaller to fit its box
};

/// What a finger does to a target.
struct Press {
  bool held = false;     // the finger is down on it
  bool clicked = false;  // and was lifted on it, in this pass
};

/// One pass of the interface: theme, brush, the finger, and what was pressed or can be. Lives as long as
/// the window (a press and a motion last over passes); interface thread only. Between begin() and end()
/// an ImGui frame must be open; text and shapes go to its background list.
class Ui {
 public:
  explicit Ui(GlyphAtlas& atlas) : atlas_(&atlas) {}

  /// `now` in seconds of a steady clock; only motion and held keys look at it.
  void begin(Display const& display, double now);
  void end();
  /// How far the screen's content is moved from here on (drift.h): frames heed it, and nothing leaves the
  /// screen.
  void drift(Point by) { drift_ = by; }
  [[nodiscard]] Point drift() const { return drift_; }
  /// Theme for the rest of the pass; free when nothing changed.
  void use(Comfort const& comfort);

  [[nodiscard]] Theme const& theme() const { return theme_; }
  [[nodiscard]] Palette const& palette() const { return theme_.palette; }
  [[nodiscard]] Brush const& brush() const { return *brush_; }
  [[nodiscard]] GlyphAtlas& atlas() const { return *atlas_; }
  [[nodiscard]] Rect screen() const;
  [[nodiscard]] double now() const { return now_; }

  // Text

  /// Sets `text` into `box`, smaller if it must be; returns what it covers.
  Rect text(Rect const& box, std::string_view text, TextStyle const& style);
  [[nodiscard]] float width_of(std::string_view text, float em, Weight weight) const;
  /// Height of `text` wrapped to `width`.
  [[nodiscard]] float height_of(std::string_view text, TextStyle const& style, float width) const;
  /// Of its widest line, as it is set in that width.
  [[nodiscard]] float widest_line_of(std::string_view text, TextStyle const& style, float width) const;
  void icon(Point centre, Icon icon, float em, Color ink);

  // Pressing

  /// Records the target and says what the finger does to it. The order of targets is the order of reading.
  Press target(std::string_view id, std::string_view label, Rect const& box, bool enabled = true) {
    return target({std::string(id), std::string(label), box, enabled});
  }
  Press target(Target target);
  /// What is drawn from here on can neither be pressed nor is recorded: it lies under something.
  void cover() { covered_ = true; }
  /// The target that the keys of a headset are at: a ring is drawn round it. Empty: none. Kept until set
  /// again.
  void focus(std::string id) { focus_ = std::move(id); }
  void uncover() { covered_ = false; }
  /// Whether a finger was lifted anywhere in this pass.
  [[nodiscard]] bool touched() const { return lifted_; }
  /// Where the finger is or was last, and whether it is down.
  [[nodiscard]] Point finger() const { return finger_; }
  [[nodiscard]] bool finger_down() const { return down_; }
  /// How far a finger has come that landed in `area` and on no key: while it is down, and in the pass in
  /// which it is lifted. Ask after the keys in `area` are drawn.
  [[nodiscard]] std::optional<Point> drawn_along(Rect const& area) const;
  [[nodiscard]] std::vector<Target> const& targets() const { return targets_; }

  // Motion

  /// Follows `goal` within 180 ms, at once in elder mode; asks for the frames it needs.
  [[nodiscard]] float glide(std::string_view id, float goal);
  /// Counts up once every `period` seconds and asks to be drawn again then.
  [[nodiscard]] int beat(double period);
  /// Which of `count` steps of `period` seconds it is, over and over, where the last takes `rest` of them:
  /// nothing is drawn while it lasts.
  [[nodiscard]] int beat(double period, int count, int rest);
  /// When the next pass is due without any input, in the seconds of begin(); nothing if never.
  [[nodiscard]] std::optional<double> next_pass() const { return next_pass_; }
  void wake_at(double when);

  // Tests

  void keep_inscriptions(bool keep) { keep_inscriptions_ = keep; }
  [[nodiscard]] std::vector<Inscription> const& inscriptions() const { return inscriptions_; }

 private:
  void draw_focus() const;

  struct Glide {
    float from = 0;
    float to = 0;
    double since = 0;
    std::uint64_t seen = 0;
  };

  GlyphAtlas* atlas_;
  std::optional<Brush> brush_;
  Theme theme_;
  bool themed_ = false;
  double now_ = 0;
  std::uint64_t pass_ = 0;
  Point drift_;
  Point finger_;
  bool down_ = false;
  bool landed_ = false;
  bool lifted_ = false;
  bool covered_ = false;
  std::string held_;
  std::optional<Point> landed_at_;
  std::string focus_;
  std::vector<Target> targets_;
  std::vector<Inscription> inscriptions_;
  bool keep_inscriptions_ = false;
  std::unordered_map<std::string, Glide> glides_;
  std::optional<double> next_pass_;
};

}  // namespace ce::widgets
