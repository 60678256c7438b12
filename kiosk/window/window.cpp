#include "kiosk/window/window.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>

#include "kiosk/window/full_screen.h"
#include "kiosk/window/x_errors.h"

namespace ce::window {
namespace {

constexpr int settling_passes = 3;
constexpr double longest_sleep = 3600;
constexpr std::chrono::microseconds one_of_sixty{16'667};
constexpr std::chrono::seconds look_at_display_every{1};  // it asks the X server

}  // namespace

Window::~Window() {
  take_down();
  glfwTerminate();
}

void Window::wake() {
  woken_ = true;
  glfwPostEmptyEvent();
}

void Window::touch(widgets::Finger const& finger) {
  queue_.push_back(finger);
  woken_ = true;
}

void Window::close() {
  closing_ = true;
  glfwPostEmptyEvent();
}

widgets::Display Window::display() const {
  return {width_, height_, px_per_mm_};
}

double Window::now() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Tick Window::tick_of(double seconds) {
  return Tick(std::chrono::duration_cast<Tick::duration>(std::chrono::duration<double>(seconds)));
}

void Window::wait() const {
  if (woken_ || exposed_ || closing_) {
    glfwPollEvents();
    return;
  }
  double seconds = longest_sleep;
  if (deadline_) {
    seconds = std::chrono::duration<double>(*deadline_ - std::chrono::steady_clock::now()).count();
  }
  if (look_owed_) {
    seconds = std::min(seconds,
                       std::chrono::duration<double>(next_look_ - std::chrono::steady_clock::now()).count());
  }
  if (seconds <= 0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(std::min(seconds, longest_sleep));
  }
}

// Its display was unplugged, is back, or has another size.
void Window::stay_on_display() {
  auto const now = std::chrono::steady_clock::now();
  if (settings_.windowed) return;
  look_owed_ = now < next_look_;
  if (look_owed_) return;
  next_look_ = now + look_at_display_every;
  if (!fill_display(window_)) return;
  handle_x_errors();
  px_per_mm_ = pixels_per_mm(settings_, window_);
  exposed_ = true;
}

bool Window::turn(Pass const& pass) {
  wait();
  stay_on_display();
  if (closing_) return false;
  bool const due = deadline_ && *deadline_ <= std::chrono::steady_clock::now();
  bool const woken = woken_.exchange(false);
  if (due) deadline_.reset();
  if (due || woken || exposed_ || !queue_.empty()) run_passes(pass);
  return !closing_;
}

widgets::Color Window::run_pass(Pass const& pass, widgets::Finger const& finger) {
  painter_->begin();
  surface_->begin_pass(width_, height_, finger);
  widgets::Color const background = pass();
  picture_ = &surface_->end_pass();
  return background;
}

void Window::run_passes(Pass const& pass) {
  auto const began = std::chrono::steady_clock::now();
  auto const drawn = pictures_;
  widgets::Color background = 0;
  std::uint64_t before = shown_hash_;
  while (!queue_.empty()) {
    finger_ = queue_.front();
    queue_.pop_front();
    background = run_pass(pass, finger_);
    before = picture_hash(*picture_);
  }
  // What a press set off shows in the pass after it; a new sheet of glyphs asks for one more as well.
  for (int tries = 0; tries < settling_passes; ++tries) {
    auto const sheet = atlas_->generation();
    background = run_pass(pass, finger_);
    auto const hash = picture_hash(*picture_);
    if (hash == before && sheet == atlas_->generation()) break;
    before = hash;
  }
  shown_hash_ = picture_hash(*picture_);
  show(background);
  if (pictures_ != drawn && std::chrono::steady_clock::now() - began > one_of_sixty) ++late_pictures_;
}

void Window::show(widgets::Color background) {
  if (exposed_) damage_.forget();
  exposed_ = false;
  auto const salt = (static_cast<std::uint64_t>(atlas_->generation()) << 32U) | background;
  auto const patches = damage_.against_last(*picture_, width_, height_, salt);
  if (patches.empty()) return;
  ++pictures_;
  painter_->show(*picture_, patches, background);
}

}  // namespace ce::window
