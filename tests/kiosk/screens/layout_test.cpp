#include <gtest/gtest.h>

#include <set>

#include "kiosk/widgets/drift.h"
#include "stage.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce {
namespace {

struct Case {
  blind::Panel panel;
  std::string name;
  session::Mode mode;
};

void targets_are_large_enough_and_apart(blind::Stage const& stage, float least_mm) {
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
}

void nothing_lies_outside_the_screen(blind::Stage const& stage) {
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
}

void no_word_covers_another(blind::Stage const& stage) {
  auto const& texts = stage.ui().inscriptions();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      // The em box of a line is a little higher than its strokes.
      auto const a = texts[i].used.inset(1, texts[i].em * 0.12F);
      auto const b = texts[j].used.inset(1, texts[j].em * 0.12F);
      EXPECT_FALSE(a.overlaps(b)) << texts[i].text << " / " << texts[j].text;
    }
  }
}

void every_character_is_readable(blind::Stage const& stage) {
  // VVSG 2.0's smallest size: 3.5 mm high characters, which fill 0.92 of the em.
  float const least = 3.0F;
  for (auto const& text : stage.ui().inscriptions()) {
    EXPECT_EQ(text.missing, 0) << text.text;
    EXPECT_GE(text.em * 0.92F / stage.display().px_per_mm, least) << text.text;
  }
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
    for (auto const& row : list->rows) {
      if (row.reason.find("保障局") != std::string::npos) texts.insert(row.reason);  // the authority's name
    }
  }
  return texts;
}

void only_what_others_wrote_is_cut(blind::Stage const& stage, samples::Sample const& sample) {
  auto const may = unbounded(sample.view);
  for (auto const& text : stage.ui().inscriptions()) {
    EXPECT_TRUE((!text.cut && !text.crowded) || may.count(text.text) == 1) << text.text << " at " << text.em;
  }
}

/// Staff's screens have one look, and under a countdown only staying is possible.
void a_visitor_may_switch_the_look(blind::Stage const& stage, samples::Sample const& sample) {
  bool const staffs = sample.name.starts_with("staff-") || sample.name.starts_with("set-up-");
  if (!staffs && !sample.view.countdown) {
    EXPECT_TRUE(stage.target("display").has_value());
  }
}

class Layout : public testing::TestWithParam<Case> {};

// One test for all of it: each screen is drawn once in each case.
TEST_P(Layout, HoldsOnEveryScreen) {
  auto const& mode = GetParam().mode;
  blind::Stage stage(GetParam().panel.display);
  // As far as a screen that nobody uses is moved: one way in elder mode, another in high contrast.
  float const px = GetParam().panel.display.px_per_mm;
  if (mode.elder) stage.drift(widgets::drift(mode.high_contrast ? 4 : 2, px));
  if (mode.high_contrast && !mode.elder) stage.drift(widgets::drift(6, px));
  for (auto const& sample : samples::sample_views(mode)) {
    SCOPED_TRACE(GetParam().panel.name + ", " + GetParam().name + ", " + sample.name);
    stage.settle(sample.view);
    targets_are_large_enough_and_apart(stage, mode.elder ? 20.F : 12.7F);
    nothing_lies_outside_the_screen(stage);
    no_word_covers_another(stage);
    every_character_is_readable(stage);
    only_what_others_wrote_is_cut(stage, sample);
    a_visitor_may_switch_the_look(stage, sample);
  }
}

/// Each panel in both languages: every size, elder mode, and high contrast, whose lines are thicker.
std::vector<Case> cases() {
  using namespace session;
  std::vector<Case> all;
  for (auto const& panel : blind::panels()) {
    for (auto const language : {Language::chinese, Language::english}) {
      Mode mode;
      mode.language = language;
      auto const add = [&](std::string const& name, Mode const& as) {
        all.push_back({panel, (language == Language::english ? "english_" : "chinese_") + name, as});
      };
      for (auto const& [name, size] :
           {std::pair{"small", TextSize::small}, std::pair{"medium", TextSize::medium},
            std::pair{"large", TextSize::large}, std::pair{"extra_large", TextSize::extra_large}}) {
        mode.size = size;
        add(name, mode);
      }
      mode.size = TextSize::medium;
      mode.high_contrast = true;
      add("contrast", mode);
      mode.elder = true;
      add("elder_contrast", mode);
      mode.high_contrast = false;
      add("elder", mode);
    }
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(EveryPanelAndMode, Layout, testing::ValuesIn(cases()), [](auto const& about) {
  std::string name = about.param.panel.name + "_" + about.param.name;
  for (char& c : name) {
    if (c == ' ' || c == '.') c = '_';
  }
  return name;
});

}  // namespace
}  // namespace ce
