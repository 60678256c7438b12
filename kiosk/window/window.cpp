#include "kiosk/window/window.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>

#include "kiosk/window/full_screen.h"
#include "kiosk/window/partial_copy.h"
#include "kiosk/window/x_errors.h"

namespace ce::window {
namespace {

constexpr int settling_passes = 3;
constexpr std::size_t most_strokes = 64;
constexpr double longest_sleep = 3600;
constexpr std::chrono::microseconds one_of_sixty{16'667};
constexpr std::chrono::seconds look_at_display_every{1};  // it asks the X server

std::string last_error() {
  char const* text = nullptr;
  glfwGetError(&text);
  return text ? text : "no reason given";
}

}  // namespace

/// GLFW's callbacks: they only note what happened.
struct WindowEvents {
  static Window& of(GLFWwindow* handle) { return *static_cast<Window*>(glfwGetWindowUserPointer(handle)); }

  static void moved(GLFWwindow* handle, double x, double y) {
    Window& window = of(handle);
    auto const at = widgets::Point{static_cast<float>(x), static_cast<float>(y)};
    window.pointer_ = at;
    bool const down = window.queue_.empty() ? window.finger_.down : window.queue_.back().down;
    if (!down) return;  // there is no hovering over a touch screen
    auto const waiting = window.queue_.size();
    bool const dragged = waiting > 0 && (waiting > 1 ? window.queue_[waiting - 2].down : window.finger_.down);
    if (dragged) {
      window.queue_.back().at = at;  // only the last place of a drag counts
    } else {
      window.queue_.push_back({at, true});
    }
  }

  static void pressed(GLFWwindow* handle, int button, int action, int /*modifiers*/) {
    if (button != GLFW_MOUSE_BUTTON_LEFT) return;
    // Where the pointer was then; GLFW would ask the X server where one is by now.
    Window& window = of(handle);
    window.queue_.push_back({window.pointer_, action == GLFW_PRESS});
  }

  static void typed(GLFWwindow* handle, unsigned int letter) {
    of(handle).scan_line_.letter(letter, std::chrono::steady_clock::now());
  }

  static void key(GLFWwindow* handle, int key, int /*scancode*/, int action, int /*modifiers*/) {
    note_step(of(handle), key, action);
    if (action != GLFW_PRESS || (key != GLFW_KEY_ENTER && key != GLFW_KEY_KP_ENTER)) return;
    Window& window = of(handle);
    auto line = window.scan_line_.enter(std::chrono::steady_clock::now());
    if (!line || window.scanned_.size() >= scanning::most_waiting) return;
    window.scanned_.push_back(std::move(*line));
    window.woken_ = true;
  }

  static void note_step(Window& window, int key, int action) {
    if (action == GLFW_REPEAT || window.strokes_.size() >= most_strokes) return;
    for (std::size_t i = 0; i < window.step_keys_.size(); ++i) {
      if (key <= 0 || window.step_keys_.at(i) != key) continue;
      window.strokes_.push_back({i, action == GLFW_PRESS});
      window.woken_ = true;
    }
  }

  static void resized(GLFWwindow* handle, int width, int height) {
    Window& window = of(handle);
    if (width <= 0 || height <= 0) return;
    window.width_ = width;
    window.height_ = height;
    window.exposed_ = true;
  }

  static void exposed(GLFWwindow* handle) { of(handle).exposed_ = true; }

  static void asked_to_close(GLFWwindow* handle) {
    Window& window = of(handle);
    if (window.settings_.windowed) window.closing_ = true;
    glfwSetWindowShouldClose(handle, GLFW_FALSE);
  }
};

Window::Window(WindowSettings const& settings, widgets::GlyphAtlas& atlas)
    : settings_(settings), atlas_(&atlas) {}

Result<std::unique_ptr<Window>> Window::open(WindowSettings const& settings, widgets::GlyphAtlas& atlas) {
  if (glfwInit() != GLFW_TRUE) {
    return Failure{FailureCode::internal_fault, "no display: " + last_error()};
  }
  std::unique_ptr<Window> window(new Window(settings, atlas));
  CE_CHECK(window->create());
  return window;
}

Result<void> Window::create() {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
  glfwWindowHint(GLFW_RESIZABLE, GLFW_FALSE);

  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  GLFWvidmode const* const mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  if (!mode) return Failure{FailureCode::internal_fault, "no monitor: " + last_error()};
  auto const size = settings_.windowed.value_or(WindowSettings::Size{mode->width, mode->height});
  window_ = glfwCreateWindow(size.width, size.height, settings_.title.c_str(),
                             settings_.windowed ? nullptr : monitor, nullptr);
  if (!window_) return Failure{FailureCode::internal_fault, "no OpenGL 3.3 window: " + last_error()};
  if (settings_.windowed) {
    glfwSetWindowPos(window_, 0, 0);
  } else {
    glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  }
  glfwGetFramebufferSize(window_, &width_, &height_);

  px_per_mm_ = pixels_per_mm(settings_, window_);

  glfwSetWindowUserPointer(window_, this);
  glfwSetCursorPosCallback(window_, &WindowEvents::moved);
  glfwSetMouseButtonCallback(window_, &WindowEvents::pressed);
  glfwSetCharCallback(window_, &WindowEvents::typed);
  glfwSetKeyCallback(window_, &WindowEvents::key);
  glfwSetFramebufferSizeCallback(window_, &WindowEvents::resized);
  glfwSetWindowRefreshCallback(window_, &WindowEvents::exposed);
  glfwSetWindowCloseCallback(window_, &WindowEvents::asked_to_close);

  double x = 0;
  double y = 0;
  glfwGetCursorPos(window_, &x, &y);
  pointer_ = {static_cast<float>(x), static_cast<float>(y)};

  glfwMakeContextCurrent(window_);
  surface_.emplace(*atlas_);
  CE_TRY(Painter painter, Painter::start(*atlas_));
  painter_.emplace(std::move(painter));
  surface_->set_texture(painter_->texture());
  if (painter_->software()) copy_patch_ = partial_copy(window_);
  glfwSwapInterval(painter_->software() ? 0 : 1);
  handle_x_errors();
  return {};
}

Window::~Window() {
  painter_.reset();
  surface_.reset();
  if (window_) glfwDestroyWindow(window_);
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
  auto patches = damage_.against_last(*picture_, width_, height_, salt);
  if (patches.empty()) return;
  ++pictures_;
  if (!copy_patch_) patches = {{0, 0, width_, height_}};
  painter_->paint(*picture_, patches, background);
  if (copy_patch_) {
    for (Patch const& patch : patches) copy_patch_(patch);
    glFlush();
  } else {
    glfwSwapBuffers(window_);
  }
}

}  // namespace ce::window
