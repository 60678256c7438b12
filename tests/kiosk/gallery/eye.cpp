#include "eye.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <fstream>
#include <string>

namespace ce::gallery {

Eye::Eye() : display_(XOpenDisplay(nullptr)) {}
Eye::~Eye() {
  if (display_ != nullptr) XCloseDisplay(static_cast<Display*>(display_));
}

bool Eye::keep(std::filesystem::path const& path, int width, int height) const {
  auto* const display = static_cast<Display*>(display_);
  if (display == nullptr) return false;
  XImage* const seen = XGetImage(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(width),
                                 static_cast<unsigned>(height), AllPlanes, ZPixmap);
  if (seen == nullptr) return false;
  std::string pixels;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      unsigned long const pixel = XGetPixel(seen, x, y);
      for (unsigned const shift : {16U, 8U, 0U}) pixels.push_back(static_cast<char>(pixel >> shift & 0xFFU));
    }
  }
  XDestroyImage(seen);
  std::ofstream file(path, std::ios::binary);
  file << "P6\n" << width << ' ' << height << "\n255\n" << pixels;
  return file.good();
}

}  // namespace ce::gallery
