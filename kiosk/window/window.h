#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/scanning/scan_line.h"
#include "kiosk/widgets/surface.h"
#include "kiosk/widgets/theme.h"
#include "kiosk/window/painter.h"
#include "kiosk/window/step_keys.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

struct GLFWwindow;

namespace ce::window {

/// Who draws: OpenGL where a graphics processor is, else the processor itself; or one of them in any case.
enum class Drawing : std::uint8_t { automatic, opengl, processor };

/// How the window is to be.
struct WindowSettings {
  std::string title = "ce-kiosk";
  struct Size {
    int width = 0;
    int height = 0;
  };
  std::optional<Size> windowed;  // px; full screen without
  struct Millimetres {
    float width = 0;
    float height = 0;
  };
  std::optional<Millimetres> display_mm;  // of the whole display; else what the monitor says
  Drawing drawing = Drawing::automatic;
};

/// The one window. Sleeps until a finger, wake() or the deadline; then runs the interface once for each
/// change of the finger and until its picture stands still, and draws once, and only what changed. Made
/// and run on the main thread; wake() and close() may be called from any.
class Window {
 public:
  /// internal_fault with the reason if there is no display, or nobody who draws on it.
  [[nodiscard]] static Result<std::unique_ptr<Window>> open(WindowSettings const& settings,
                                                            widgets::GlyphAtlas& atlas);
  ~Window();
  Window(Window const&) = delete;
  Window& operator=(Window const&) = delete;

  /// One pass of the interface; returns the colour behind it.
  using Pass = std::function<widgets::Color()>;

  /// Sleeps until something is due, then shows what `pass` draws. False once the window is to close.
  [[nodiscard]] bool turn(Pass const& pass);

  /// turn() returns by then; nothing: sleeps until woken. Kept until set again.
  void set_deadline(std::optional<Tick> deadline) { deadline_ = deadline; }
  /// Makes turn() run the interface now. From any thread, not from a signal handler.
  void wake();
  /// turn() returns false from now on. From any thread.
  void close();

  /// What scanners read since the last call, in order.
  [[nodiscard]] std::vector<std::string> take_scanned() { return std::exchange(scanned_, {}); }

  /// Those keys are taken note of from now on; all others do nothing.
  void listen_for(StepKeys const& keys) { step_keys_ = keys; }
  /// What they did since the last call, in order.
  [[nodiscard]] std::vector<KeyStroke> take_strokes() { return std::exchange(strokes_, {}); }
  /// As if a finger went down there, or was lifted. Interface thread.
  void touch(widgets::Finger const& finger);

  [[nodiscard]] widgets::Display display() const;
  /// Seconds of the clock that passes are given.
  [[nodiscard]] double now() const;
  [[nodiscard]] static Tick tick_of(double seconds);
  /// Pictures that were really drawn; for measurement and tests.
  [[nodiscard]] std::uint64_t pictures() const { return pictures_; }
  /// Of them, those for which passes and painting took longer than one picture of 60 a second.
  [[nodiscard]] std::uint64_t late_pictures() const { return late_pictures_; }

 private:
  friend struct WindowEvents;  // GLFW's callbacks

  Window(WindowSettings const& settings, widgets::GlyphAtlas& atlas);
  Result<void> create();
  Result<void> by_opengl(bool only_by_graphics_processor);
  Result<void> by_processor();
  Result<void> set_up(std::string_view failed);
  void listen();
  void take_down();
  void wait() const;
  void stay_on_display();
  void run_passes(Pass const& pass);
  widgets::Color run_pass(Pass const& pass, widgets::Finger const& finger);
  void show(widgets::Color background);

  WindowSettings settings_;
  widgets::GlyphAtlas* atlas_;
  GLFWwindow* window_ = nullptr;
  std::optional<widgets::Surface> surface_;
  std::unique_ptr<Painter> painter_;
  Damage damage_;
  std::deque<widgets::Finger> queue_;
  widgets::Point pointer_;  // as of the last event that was read
  scanning::ScanLine scan_line_;
  std::vector<std::string> scanned_;
  StepKeys step_keys_{};
  std::vector<KeyStroke> strokes_;
  widgets::Finger finger_;
  int width_ = 0;
  int height_ = 0;
  float px_per_mm_ = 4;
  ImDrawData const* picture_ = nullptr;
  std::optional<Tick> deadline_;
  Tick next_look_{};  // at the display
  bool look_owed_ = false;
  std::atomic<bool> woken_{true};
  std::atomic<bool> closing_{false};
  bool exposed_ = true;
  std::uint64_t shown_hash_ = 0;
  std::uint64_t pictures_ = 0;
  std::uint64_t late_pictures_ = 0;
};

}  // namespace ce::window
