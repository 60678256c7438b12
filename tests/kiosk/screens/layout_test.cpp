#include <gtest/gtest.h>

#include <set>

#include "stage.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce {
namespace {

struct Case {
  blind::Panel panel;
  bool elder = false;
  bool high_contrast = false;
};

class Layout : public testing::TestWithParam<Case> {
 protected:
  /// Every sample in the case's modes, drawn and standing still.
  template <class Look>
  void each(Look const& look) {
    blind::Stage stage(GetParam().panel.display);
    for (auto const& sample : samples::sample_views(GetParam().elder, GetParam().high_contrast)) {
      SCOPED_TRACE(GetParam().panel.name + ", " + sample.name);
      stage.settle(sample.view);
      look(stage, sample);
    }
  }
};

TEST_P(Layout, TargetsAreLargeEnoughForFingersAndApart) {
  float const least_mm = GetParam().elder ? 20.F : 12.7F;
  each([&](blind::Stage const& stage, samples::Sample const&) {
    float const px = stage.display().px_per_mm;
    auto const& targets = stage.ui().targets();
    EXPECT_FALSE(targets.empty());
    for (std::size_t i = 0; i < targets.size(); ++i) {
      EXPECT_GE(targets[i].box.w / px, least_mm - 0.05F) << targets[i].id;
      EXPECT_GE(targets[i].box.h / px, least_mm - 0.05F) << targets[i].id;
      EXPECT_FALSE(targets[i].label.empty()) << targets[i].id;
      auto const wide = targets[i].box.inset(-2.54F * px / 2 + 0.1F);
      for (std::size_t j = i + 1; j < targets.size(); ++j) {
        EXPECT_NE(targets[i].id, targets[j].id);
        EXPECT_FALSE(wide.overlaps(targets[j].box.inset(-2.54F * px / 2 + 0.1F)))
            << targets[i].id << " and " << targets[j].id;
      }
    }
  });
}

TEST_P(Layout, NothingLiesOutsideTheScreen) {
  each([](blind::Stage const& stage, samples::Sample const&) {
    auto const screen = stage.ui().screen();
    for (auto const& target : stage.ui().targets()) {
      EXPECT_TRUE(target.box.x >= 0 && target.box.y >= 0 && target.box.right() <= screen.w &&
                  target.box.bottom() <= screen.h)
          << target.id;
    }
    for (auto const& text : stage.ui().inscriptions()) {
      EXPECT_TRUE(text.used.x >= 0 && text.used.y >= 0 && text.used.right() <= screen.w &&
                  text.used.bottom() <= screen.h)
          << text.text;
    }
  });
}

TEST_P(Layout, NoWordCoversAnother) {
  each([](blind::Stage const& stage, samples::Sample const&) {
    auto const& texts = stage.ui().inscriptions();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = i + 1; j < texts.size(); ++j) {
        // The em box of a line is a little higher than its strokes.
        auto const a = texts[i].used.inset(1, texts[i].em * 0.12F);
        auto const b = texts[j].used.inset(1, texts[j].em * 0.12F);
        EXPECT_FALSE(a.overlaps(b)) << texts[i].text << " / " << texts[j].text;
      }
    }
  });
}

TEST_P(Layout, EveryCharacterHasAGlyphAndIsReadable) {
  each([](blind::Stage const& stage, samples::Sample const&) {
    // VVSG 2.0's smallest size: 3.5 mm high characters, which fill 0.92 of the em.
    float const least = 3.0F;
    for (auto const& text : stage.ui().inscriptions()) {
      EXPECT_EQ(text.missing, 0) << text.text;
      EXPECT_GE(text.em * 0.92F / stage.display().px_per_mm, least) << text.text;
    }
  });
}

/// Names and titles that others wrote have no bound; they may end in an ellipsis.
std::set<std::string> unbounded(present::View const& view) {
  std::set<std::string> texts;
  if (auto const* progress = std::get_if<present::ProgressView>(&view.body)) {
    texts.insert(progress->person.employer);
    for (auto const& record : progress->records) texts.insert({record.content, record.detail, record.note});
  }
  if (auto const* list = std::get_if<present::CertificatesView>(&view.body)) {
    texts.insert(list->person.employer);
  }
  return texts;
}

TEST_P(Layout, OnlyWhatOthersWroteIsCut) {
  each([](blind::Stage const& stage, samples::Sample const& sample) {
    auto const may = unbounded(sample.view);
    for (auto const& text : stage.ui().inscriptions()) {
      EXPECT_TRUE((!text.cut && !text.crowded) || may.count(text.text) == 1)
          << text.text << " at " << text.em;
    }
  });
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (auto const& panel : blind::panels()) {
    for (bool const elder : {false, true}) {
      for (bool const contrast : {false, true}) all.push_back({panel, elder, contrast});
    }
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(EveryPanelAndMode, Layout, testing::ValuesIn(cases()), [](auto const& about) {
  std::string name = about.param.panel.name;
  for (char& c : name) {
    if (c == ' ' || c == '.') c = '_';
  }
  return name + (about.param.elder ? "_elder" : "") + (about.param.high_contrast ? "_contrast" : "");
});

}  // namespace
}  // namespace ce
