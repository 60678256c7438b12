#include "kiosk/notice/paper.h"

#include <fontconfig/fontconfig.h>
#include <poll.h>

#include <utility>

namespace ce::notice {
namespace {

FcChar8 const* bytes(std::string_view text) {
  return reinterpret_cast<FcChar8 const*>(text.data());
}

std::size_t character_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - at;
}

/// What must not begin a line (GB/T 15834).
bool closes(std::string_view piece) {
  constexpr std::string_view closing = "，。；：、！？）”";
  return static_cast<unsigned char>(piece.front()) >= 0x80 && closing.find(piece) != std::string_view::npos;
}

}  // namespace

Result<Paper> Paper::open() {
  auto* const display = XOpenDisplay(nullptr);
  if (display == nullptr) return Failure{FailureCode::internal_fault, "no X display"};
  return Paper{display};
}

Paper::Paper(Display* display) : display_(display) {
  int const screen = DefaultScreen(display);
  width_ = DisplayWidth(display, screen);
  height_ = DisplayHeight(display, screen);
  XSetWindowAttributes how{};
  how.override_redirect = 1;  // no window manager is there to ask
  how.event_mask = ExposureMask | ButtonPressMask | ButtonReleaseMask;
  window_ = XCreateWindow(display, RootWindow(display, screen), 0, 0, static_cast<unsigned>(width_),
                          static_cast<unsigned>(height_), 0, CopyFromParent, InputOutput, nullptr,
                          CWOverrideRedirect | CWEventMask, &how);
  XStoreName(display, window_, "ce-kiosk-notice");
  draw_ = XftDrawCreate(display, window_, DefaultVisual(display, screen), DefaultColormap(display, screen));
  XMapRaised(display, window_);
}

Paper::Paper(Paper&& other) noexcept
    : display_(std::exchange(other.display_, nullptr)),
      window_(other.window_),
      draw_(other.draw_),
      width_(other.width_),
      height_(other.height_),
      fonts_(std::move(other.fonts_)) {}

Paper::~Paper() {
  if (display_ == nullptr) return;
  for (auto const& [size, font] : fonts_) XftFontClose(display_, font);
  XftDrawDestroy(draw_);
  XCloseDisplay(display_);
}

XftFont* Paper::font(int size) {
  for (auto const& [known, font] : fonts_) {
    if (known == size) return font;
  }
  auto const pattern = "Noto Sans CJK SC:pixelsize=" + std::to_string(size);
  auto* const font = XftFontOpenName(display_, DefaultScreen(display_), pattern.c_str());
  if (font != nullptr) fonts_.emplace_back(size, font);
  return font;
}

int Paper::width_of(std::string_view text, XftFont& font) const {
  XGlyphInfo extent{};
  XftTextExtentsUtf8(display_, &font, bytes(text), static_cast<int>(text.size()), &extent);
  return extent.xOff;
}

void Paper::clear(Ink ink) {
  fill({0, 0, width_, height_}, ink);
}

void Paper::fill(Box box, Ink ink) {
  XftColor color{};
  XRenderColor const asked{ink.red, ink.green, ink.blue, 0xFFFF};
  int const screen = DefaultScreen(display_);
  XftColorAllocValue(display_, DefaultVisual(display_, screen), DefaultColormap(display_, screen), &asked,
                     &color);
  XftDrawRect(draw_, &color, box.x, box.y, static_cast<unsigned>(box.width),
              static_cast<unsigned>(box.height));
}

std::vector<std::string> Paper::broken(std::string_view text, int size, int width) {
  std::vector<std::string> lines(1);
  auto* const letters = font(size);
  if (letters == nullptr) return {std::string{text}};
  for (std::size_t at = 0; at < text.size();) {
    // Chinese breaks anywhere; what is between blanks stays together where it fits.
    auto length = character_at(text, at);
    while (length == 1 && text[at] != ' ' && at + length < text.size() &&
           static_cast<unsigned char>(text[at + length]) < 0x80 && text[at + length] != ' ' &&
           width_of(text.substr(at, length + 1), *letters) < width / 2) {
      ++length;
    }
    auto const piece = text.substr(at, length);
    if (width_of(lines.back() + std::string{piece}, *letters) > width && !lines.back().empty() &&
        !closes(piece))
      lines.emplace_back();
    if (!(lines.back().empty() && piece == " ")) lines.back() += piece;
    at += length;
  }
  return lines;
}

void Paper::write(std::string_view line, int size, int y, Ink ink, int x) {
  auto* const letters = font(size);
  if (letters == nullptr) return;
  XftColor color{};
  XRenderColor const asked{ink.red, ink.green, ink.blue, 0xFFFF};
  int const screen = DefaultScreen(display_);
  XftColorAllocValue(display_, DefaultVisual(display_, screen), DefaultColormap(display_, screen), &asked,
                     &color);
  int const left = x >= 0 ? x : (width_ - width_of(line, *letters)) / 2;
  XftDrawStringUtf8(draw_, &color, letters, left, y + letters->ascent, bytes(line),
                    static_cast<int>(line.size()));
}

void Paper::show() {
  XFlush(display_);
}

Paper::Event Paper::wait(int milliseconds) {
  Event what;
  pollfd line{ConnectionNumber(display_), POLLIN, 0};
  if (XPending(display_) == 0 && ::poll(&line, 1, milliseconds) <= 0) return what;
  while (XPending(display_) > 0) {
    XEvent event{};
    XNextEvent(display_, &event);
    if (event.type == Expose) what.exposed = true;
    if (event.type == ButtonRelease) {
      what.pressed = true;
      what.x = event.xbutton.x;
      what.y = event.xbutton.y;
    }
  }
  return what;
}

}  // namespace ce::notice
