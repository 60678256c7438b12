// ce-gallery: shows every sample view in the kiosk's real window and keeps what the display then has, to be
// looked at. usage: xvfb-run -s '-screen 0 3840x3840x24' ce-gallery --size 1080x1920 --mm 268x476 --out DIR
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "eye.h"
#include "kiosk/screens/draw.h"
#include "kiosk/widgets/glyph_atlas.h"
#include "kiosk/window/window.h"
#include "tests/kiosk/samples/sample_views.h"

namespace {

struct Wish {
  std::string size = "1080x1920";
  std::string mm = "268x476";
  std::string out = "gallery-out";
  std::vector<std::string> only;
  std::string focus;
  ce::session::Mode mode;
  ce::window::Drawing drawing = ce::window::Drawing::automatic;
};

int show_all(Wish const& wish) {
  int width = 0;
  int height = 0;
  float mm_wide = 0;
  float mm_high = 0;
  if (std::sscanf(wish.size.c_str(), "%dx%d", &width, &height) != 2 ||   // NOLINT(cert-err34-c)
      std::sscanf(wish.mm.c_str(), "%fx%f", &mm_wide, &mm_high) != 2) {  // NOLINT(cert-err34-c)
    std::cerr << "--size and --mm are written WIDTHxHEIGHT\n";
    return 2;
  }
  auto atlas = ce::widgets::GlyphAtlas::open({});
  if (!atlas) {
    std::cerr << ce::describe(atlas.failure()) << '\n';
    return 1;
  }
  ce::window::WindowSettings settings;
  settings.windowed = {width, height};
  settings.display_mm = {mm_wide, mm_high};
  settings.drawing = wish.drawing;
  auto window = ce::window::Window::open(settings, *atlas);
  if (!window) {
    std::cerr << ce::describe(window.failure()) << '\n';
    return 1;
  }
  ce::gallery::Eye const eye;
  std::filesystem::create_directories(wish.out);
  ce::widgets::Ui ui(*atlas);
  ui.focus(wish.focus);
  for (auto const& sample : ce::samples::sample_views(wish.mode)) {
    bool const wanted = std::any_of(wish.only.begin(), wish.only.end(), [&](auto const& part) {
      return sample.name.find(part) != std::string::npos;
    });
    if (!wish.only.empty() && !wanted) continue;
    auto const pass = [&] {
      ui.begin((*window)->display(), (*window)->now());
      static_cast<void>(ce::screens::draw_view(ui, sample.view));
      ui.end();
      return ce::screens::background(ui);
    };
    for (int turns = 0; turns < 3; ++turns) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));  // bars glide to their places
      (*window)->wake();
      if (!(*window)->turn(pass)) return 1;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(30));  // the display reads it by itself
    if (!eye.keep(std::filesystem::path(wish.out) / (sample.name + ".ppm"), width, height)) return 1;
    std::cout << sample.name << '\n';
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Every screen of ce-kiosk with sample content, as pictures");
  Wish wish;
  app.add_option("--size", wish.size, "pixels, WIDTHxHEIGHT")->capture_default_str();
  app.add_option("--mm", wish.mm, "millimetres, WIDTHxHEIGHT")->capture_default_str();
  app.add_option("--out", wish.out, "directory for the pictures")->capture_default_str();
  app.add_option("--only", wish.only, "samples whose name has this, or one of these, in it");
  app.add_option("--focus", wish.focus, "the target that the keys of a headset are at");
  app.add_flag("--elder", wish.mode.elder, "elder mode");
  app.add_flag("--high-contrast", wish.mode.high_contrast, "high contrast");
  bool english = false;
  int size = 1;
  app.add_flag("--english", english, "in English");
  std::map<std::string, ce::window::Drawing> const drawings{{"auto", ce::window::Drawing::automatic},
                                                            {"opengl", ce::window::Drawing::opengl},
                                                            {"processor", ce::window::Drawing::processor}};
  app.add_option("--drawing", wish.drawing, "who draws")->transform(CLI::CheckedTransformer(drawings));
  app.add_option("--text", size, "0 S, 1 M, 2 L, 3 XL")->check(CLI::Range(0, 3));
  CLI11_PARSE(app, argc, argv);
  if (english) wish.mode.language = ce::session::Language::english;
  wish.mode.size = static_cast<ce::session::TextSize>(size);
  return show_all(wish);
}
