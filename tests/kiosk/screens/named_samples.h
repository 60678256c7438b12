#pragma once

#include <gtest/gtest.h>

#include <string>

#include "stage.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce::blind {

/// The sample of that name in the ordinary mode.
inline present::View sample(std::string const& name) {
  static auto const all = samples::sample_views({});
  for (auto const& one : all) {
    if (one.name == name) return one.view;
  }
  ADD_FAILURE() << "no sample " << name;
  return {};
}

inline widgets::Display const portrait{1080, 1920, 4.03F};

/// Where that text stands, by its middle.
inline widgets::Point place_of(blind::Stage const& stage, std::string const& text) {
  for (auto const& inscription : stage.ui().inscriptions()) {
    if (inscription.text == text) return inscription.used.centre();
  }
  ADD_FAILURE() << text << " is not on the screen";
  return {};
}

}  // namespace ce::blind
