#include "stage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "kiosk/screens/draw.h"

namespace ce::blind {
namespace {

// Opening four font files once is enough for all tests of a program.
widgets::GlyphAtlas& shared_atlas() {
  static auto atlas = [] {
    auto opened = widgets::GlyphAtlas::open({});
    if (!opened) {
      std::cerr << describe(opened.failure()) << '\n';
      std::abort();
    }
    return std::move(opened).value();
  }();
  return atlas;
}

}  // namespace

Stage::Stage(widgets::Display const& display)
    : display_(display), atlas_(shared_atlas()), surface_(atlas_), ui_(atlas_) {
  ui_.keep_inscriptions(true);
}

screens::Outcome Stage::pass(present::View const& view, widgets::Finger const& finger) {
  now_ += 1;
  surface_.begin_pass(display_.width, display_.height, finger);
  ui_.begin(display_, now_);
  auto outcome = screens::draw_view(ui_, view);
  ui_.end();
  picture_ = &surface_.end_pass();
  return outcome;
}

void Stage::settle(present::View const& view) {
  for (int tries = 0; tries < 4; ++tries) {
    auto const sheet = atlas_.generation();
    EXPECT_FALSE(pass(view)) << "nobody touched anything";
    if (sheet == atlas_.generation()) return;
  }
}

screens::Outcome Stage::press(present::View const& view, std::string const& id) {
  settle(view);
  auto const found = target(id);
  if (!found) return {};
  auto const at = found->box.centre();
  EXPECT_FALSE(pass(view, {at, false}));
  EXPECT_FALSE(pass(view, {at, true})) << "a key answers when the finger leaves it";
  auto const outcome = pass(view, {at, false});
  EXPECT_FALSE(pass(view, {at, false})) << "one press, one event";
  return outcome;
}

void Stage::hold(present::View const& view, widgets::Point at) {
  pass(view, {at, false});
  pass(view, {at, true});
  pass(view, {at, true});
}

screens::Outcome Stage::draw_along(present::View const& view, widgets::Point from, widgets::Point by) {
  settle(view);
  EXPECT_FALSE(pass(view, {from, true}));
  for (float const share : {0.3F, 0.7F, 1.F}) {
    EXPECT_FALSE(pass(view, {{from.x + by.x * share, from.y + by.y * share}, true}));
  }
  widgets::Point const to{from.x + by.x, from.y + by.y};
  auto const outcome = pass(view, {to, false});
  EXPECT_FALSE(pass(view, {to, false})) << "one way, one event";
  return outcome;
}

std::optional<widgets::Target> Stage::target(std::string const& id) const {
  auto const& all = ui_.targets();
  auto const found = std::find_if(all.begin(), all.end(), [&](auto const& t) { return t.id == id; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::vector<Panel> panels() {
  return {{"portrait 21.5 inch", {1080, 1920, 1920.F / 476}},
          {"portrait 32 inch", {1080, 1920, 1920.F / 708}},
          {"landscape 15.6 inch", {1920, 1080, 1920.F / 344}},
          {"small 15 inch", {1024, 768, 1024.F / 304}},
          {"portrait 4K 32 inch", {2160, 3840, 3840.F / 708}}};
}

std::vector<Panel> small_upright_panels() {
  return {{"portrait 15.6 inch", {1080, 1920, 1920.F / 344}},
          {"portrait 15 inch", {768, 1024, 1024.F / 304}}};
}

Panel largest_panel() {
  return {"portrait 55 inch", {2160, 3840, 3840.F / 1209}};
}

}  // namespace ce::blind
