#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "contrast.h"
#include "kiosk/widgets/drift.h"
#include "single_screens.h"
#include "staff_screens.h"
#include "stage.h"
#include "tests/kiosk/samples/sample_views.h"

namespace ce {
namespace {

struct Case {
  blind::Panel panel;
  std::string name;
  session::Mode mode;
};

constexpr float finger_mm = 12.7F;

/// Those of a training's band are staff's: elder mode does not make them larger.
std::set<std::string> staffs_keys(present::View const& view) {
  std::set<std::string> ids;
  if (!view.frame.training) return ids;
  for (auto const& key : view.frame.training->keys) ids.insert(key.id);
  return ids;
}

void targets_are_large_enough_and_apart(blind::Stage const& stage, present::View const& view, float least) {
  float const px = stage.display().px_per_mm;
  auto const& targets = stage.ui().targets();
  auto const staffs = staffs_keys(view);
  EXPECT_FALSE(targets.empty());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    float const least_mm = staffs.count(targets[i].id) == 1 ? finger_mm : least;
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
    for (auto const& record : progress->records) texts.insert({record.content, record.detail});
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

/// Where a line ends and another begins with a letter, there is a blank between them in the text, or the dot
/// between two parts, which no line ends with.
void no_word_is_torn(blind::Stage const& stage) {
  auto const is_letter = [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); };
  for (auto const& text : stage.ui().inscriptions()) {
    if (text.text.find("://") != std::string::npos) continue;  // an address has no place to end a line
    for (std::size_t i = 1; i < text.lines.size(); ++i) {
      auto const& before = text.lines[i - 1];
      auto const& after = text.lines[i];
      if (before.empty() || after.empty() || !is_letter(before.back()) || !is_letter(after.front())) continue;
      std::string const pair{static_cast<char>(before.back()), static_cast<char>(after.front())};
      auto const whole = std::string{static_cast<char>(before.back()), ' ', static_cast<char>(after.front())};
      auto const parts = pair.substr(0, 1) + " · " + pair.substr(1);
      bool const apart =
          text.text.find(whole) != std::string::npos || text.text.find(parts) != std::string::npos;
      EXPECT_TRUE(apart) << text.text << " is torn at " << pair;
    }
  }
}

/// In English a last line that is one short word looks like a mistake, where another word could stand with
/// it.
void no_word_stands_alone(blind::Stage const& stage) {
  for (auto const& text : stage.ui().inscriptions()) {
    if (text.lines.size() < 2) continue;
    auto const& last = text.lines.back();
    bool const one_word =
        std::all_of(last.begin(), last.end(), [](char32_t c) { return c > U' ' && c < 0x250; });
    std::size_t longest = 0;
    for (auto const& line : text.lines) longest = std::max(longest, line.size());
    auto const blanks = static_cast<std::size_t>(std::count(text.text.begin(), text.text.end(), ' '));
    EXPECT_FALSE(one_word && last.size() * 2 < longest && blanks >= text.lines.size())
        << text.text << ": " << std::string(last.begin(), last.end());
  }
}

/// What a strip says is taken in at a glance, in either language.
void a_notice_is_two_lines(blind::Stage const& stage, present::View const& view) {
  std::string notice;
  if (auto const* home = std::get_if<present::HomeView>(&view.body); home != nullptr && home->notice)
    notice = home->notice->text;
  if (auto const* entry = std::get_if<present::EntryView>(&view.body); entry != nullptr && entry->complaint)
    notice = entry->complaint->text;
  for (auto const& text : stage.ui().inscriptions()) {
    if (notice.empty() || text.text != notice) continue;
    EXPECT_LE(text.lines.size(), 2U) << notice;
  }
}

/// On an upright screen what leads on is within reach of whoever sits: ADA 308, kiosk-ux.md.
void main_keys_are_in_the_lower_half(blind::Stage const& stage) {
  if (!stage.display().portrait()) return;
  for (auto const* id : {"use_number", "verify", "confirm", "print", "certificates", "taken", "again",
                         "retry", "stay", "done", "elder", "display", "repeat", "back", "exit"}) {
    auto const key = stage.target(id);
    if (key) {
      EXPECT_GE(key->box.centre().y, stage.ui().screen().h / 2) << id;
    }
  }
}

/// No line begins with a mark that closes, and no character is alone on one.
void lines_end_as_in_print(blind::Stage const& stage) {
  constexpr std::u32string_view closing = U"，。、；：！？）》”’·";
  for (auto const& text : stage.ui().inscriptions()) {
    if (text.lines.size() < 2 || text.cut) continue;
    for (std::size_t i = 1; i < text.lines.size(); ++i) {
      EXPECT_FALSE(!text.lines[i].empty() && closing.find(text.lines[i].front()) != closing.npos)
          << text.text << ", line " << i + 1;
    }
    for (auto const& line : text.lines) EXPECT_NE(line.size(), 1U) << text.text;
  }
}

/// kiosk-ux.md: 10:1, and 20:1 in high contrast, on whatever lies under the word.
void words_stand_out(blind::Stage const& stage, double least) {
  for (auto const& seen : blind::contrasts(stage)) EXPECT_GE(seen.contrast, least) << seen.text;
}

/// A key is known by its word or its sign.
void no_key_is_blank(blind::Stage const& stage, present::View const& view) {
  if (std::holds_alternative<present::StaffPageView>(view.body)) return;  // its marks are discs alone
  for (auto const& id : blind::blank_targets(stage)) ADD_FAILURE() << id << " is blank";
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
    targets_are_large_enough_and_apart(stage, sample.view, mode.elder ? 20.F : finger_mm);
    nothing_lies_outside_the_screen(stage);
    no_word_covers_another(stage);
    every_character_is_readable(stage);
    only_what_others_wrote_is_cut(stage, sample);
    a_visitor_may_switch_the_look(stage, sample);
    blind::what_one_screen_promises(stage, sample);
    blind::what_a_staff_page_promises(stage, sample);
    no_word_is_torn(stage);
    lines_end_as_in_print(stage);
    main_keys_are_in_the_lower_half(stage);
    no_key_is_blank(stage, sample.view);
    words_stand_out(stage, mode.high_contrast ? 20 : 10);
    a_notice_is_two_lines(stage, sample.view);
    if (mode.language == session::Language::english) no_word_stands_alone(stage);
  }
}

// No layout holds there, but nothing is divided by the height that a box has not.
TEST(TinyPanel, DrawsEveryScreen) {
  blind::Stage stage({160, 120, 1});
  for (auto const& sample : samples::sample_views({})) {
    SCOPED_TRACE(sample.name);
    stage.settle(sample.view);
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
  for (auto const& panel : blind::small_upright_panels()) {
    for (auto const language : {Language::chinese, Language::english}) {
      Mode large;
      large.language = language;
      std::string const name = language == Language::english ? "english_" : "chinese_";
      all.push_back({panel, name + "medium", large});
      large.size = TextSize::large;
      all.push_back({panel, name + "large", large});
      large.size = TextSize::extra_large;
      all.push_back({panel, name + "extra_large", large});
      large.size = TextSize::medium;
      large.elder = true;
      all.push_back({panel, name + "elder", large});
    }
  }
  // The largest panel has room for everything: its two ends are enough.
  Mode mode;
  all.push_back({blind::largest_panel(), "chinese_medium", mode});
  mode.elder = true;
  all.push_back({blind::largest_panel(), "chinese_elder", mode});
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
