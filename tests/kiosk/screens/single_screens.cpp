#include "single_screens.h"

#include <gtest/gtest.h>

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ce::blind {
namespace {

/// What people have yet to learn has the code of where to learn beside it, on the smallest panel in the
/// largest type as well.
void who_lacks_hours_is_shown_where_to_learn(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::ProgressView>(&sample.view.body);
  if (view == nullptr || !view->learn || view->missing.empty()) return;
  if (sample.view.countdown || sample.view.panel) return;  // it lies under them
  if (sample.view.frame.training) return;                  // its band takes the room; nobody lacks anything
  auto const& texts = stage.ui().inscriptions();
  EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](auto const& t) {
    return t.text == view->learn->caption;
  })) << "no code of the learning site";
}

/// The seal in a sheet's picture is the one thing on the screen that is a thin red; in high contrast nothing
/// else there is as light a red, unless something is wrong.
void the_seal_touches_no_word(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::PrintPreviewView>(&sample.view.body);
  if (view == nullptr || sample.view.frame.training) return;
  auto const& palette = stage.ui().palette();
  if (palette.flat && view->problem) return;
  auto const red = palette.flat ? palette.bad.edge : palette.seal;
  widgets::Point low{1e6F, 1e6F};
  widgets::Point high{-1e6F, -1e6F};
  auto const& picture = stage.picture();
  for (int list = 0; list < picture.CmdListsCount; ++list) {
    for (auto const& vertex : picture.CmdLists[list]->VtxBuffer) {
      auto const alpha = vertex.col >> IM_COL32_A_SHIFT;
      bool const thin = palette.flat || alpha <= 0x60;
      if (((vertex.col ^ red) & ~IM_COL32_A_MASK) != 0 || alpha == 0 || !thin) continue;
      low = {std::min(low.x, vertex.pos.x), std::min(low.y, vertex.pos.y)};
      high = {std::max(high.x, vertex.pos.x), std::max(high.y, vertex.pos.y)};
    }
  }
  ASSERT_LT(low.x, high.x) << "no seal";
  float const radius = (high.x - low.x) / 2;
  EXPECT_GE(radius, stage.ui().theme().body * 0.9F) << "a seal that is seen";
  widgets::Point const at{low.x + radius, (low.y + high.y) / 2};
  for (auto const& text : stage.ui().inscriptions()) {
    float const dx = std::max({text.used.x - at.x, at.x - text.used.right(), 0.F});
    float const dy = std::max({text.used.y - at.y, at.y - text.used.bottom(), 0.F});
    EXPECT_GT(std::hypot(dx, dy), radius) << text.text;
  }
}

/// One number in a half of its own would be lost: it stands under the words of the verdict.
void one_fact_stands_with_the_verdict(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::VerifyResultView>(&sample.view.body);
  if (view == nullptr || view->facts.size() != 1) return;
  auto const& texts = stage.ui().inscriptions();
  auto const box_of = [&](std::string const& words) {
    auto const found =
        std::find_if(texts.begin(), texts.end(), [&](auto const& t) { return t.text == words; });
    EXPECT_NE(found, texts.end()) << words;
    return found == texts.end() ? widgets::Rect{} : found->used;
  };
  auto const word = box_of(view->verdict.text);
  auto const value = box_of(view->facts.front().value);
  EXPECT_NEAR(value.centre().x, word.centre().x, 2);
  EXPECT_GT(value.y, box_of(view->explanation).bottom());
}

/// Under the bars a subject's standing would be read as what its mandatory part lacks.
void no_standing_is_under_its_mandatory_part(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::ProgressView>(&sample.view.body);
  if (view == nullptr || sample.view.countdown || sample.view.panel) return;
  auto const& texts = stage.ui().inscriptions();
  auto const next = [&](auto from, auto const& is) { return std::find_if(from, texts.end(), is); };
  for (auto const& subject : view->subjects) {
    if (!subject.mandatory_fraction) continue;
    auto const name = next(texts.begin(), [&](auto const& t) { return t.text == subject.name; });
    auto const part = next(texts.begin(), [&](auto const& t) { return t.text == subject.mandatory; });
    // Alone the total is shown where no subject's lines have room: the sentence below tells what each lacks.
    if (name == texts.end() && stage.ui().theme().few_things()) continue;
    ASSERT_TRUE(name != texts.end() && part != texts.end()) << subject.name;
    bool const said = std::any_of(texts.begin(), texts.end(), [&](auto const& t) {
      bool const standing = t.text == subject.standing.text || t.text == subject.brief;
      return standing && t.used.y >= name->used.y - name->em && t.used.bottom() <= part->used.y;
    });
    EXPECT_TRUE(said) << subject.name << " says its standing over its bars";
  }
}

/// In the ordinary size each subject tells its hours, also where they are long because minutes are told.
void every_subject_tells_its_hours(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::ProgressView>(&sample.view.body);
  if (view == nullptr || sample.view.countdown || sample.view.panel || stage.ui().theme().few_things())
    return;
  auto const& texts = stage.ui().inscriptions();
  for (auto const& subject : view->subjects) {
    EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](auto const& t) {
      return t.text == subject.done || t.text == subject.done_alone;
    })) << subject.name;
  }
}

/// A subject's "18" says nothing where what it is of has no room, beside another's "27 h 44 min": then it is
/// "18 h".
void no_number_stands_without_its_unit(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::ProgressView>(&sample.view.body);
  if (view == nullptr || sample.view.countdown || sample.view.panel) return;
  auto const& texts = stage.ui().inscriptions();
  for (auto const& subject : view->subjects) {
    // The year's own hours stand over what they are of.
    if (subject.done == subject.done_alone || subject.done == view->total_done) continue;
    for (auto const& number : texts) {
      if (number.text != subject.done) continue;
      EXPECT_TRUE(std::any_of(texts.begin(), texts.end(),
                              [&](auto const& t) {
                                bool const same_line =
                                    std::abs(t.used.centre().y - number.used.centre().y) < number.em / 2;
                                return same_line && t.used.x > number.used.x && t.text.starts_with("/ ");
                              }))
          << subject.name << ' ' << number.text;
    }
  }
}

/// What is asked for in a few words stands in one line where that is hardly smaller: "Please take your" is no
/// line.
void what_is_asked_for_is_one_line(Stage const& stage, samples::Sample const& sample) {
  auto const* paper = std::get_if<present::TakePaperView>(&sample.view.body);
  auto const* card = std::get_if<present::TakeCardView>(&sample.view.body);
  if (paper == nullptr && card == nullptr) return;
  auto const& words = paper != nullptr ? paper->headline : card->headline;
  auto const& theme = stage.ui().theme();
  float const across =
      theme.display.portrait() ? stage.ui().screen().w - theme.margin * 2 - theme.pad * 4 : 0;
  for (auto const& text : stage.ui().inscriptions()) {
    if (text.text != words || text.lines.size() < 2) continue;
    EXPECT_GT(stage.ui().width_of(words, theme.headline * 0.9F, widgets::Weight::bold), across) << words;
  }
}

/// As on the paper, whatever has to be smaller.
void a_sheets_title_is_its_largest(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::PrintPreviewView>(&sample.view.body);
  if (view == nullptr) return;
  float title = 0;
  float others = 0;
  for (auto const& text : stage.ui().inscriptions()) {
    if (text.text == view->sheet_title) title = text.em;
    if (text.text.ends_with(view->sheet_text)) others = std::max(others, text.em);
    for (auto const& fact : view->facts) {
      if (text.text == fact.value) others = std::max(others, text.em);
    }
  }
  EXPECT_GT(title, others);
}

/// A record's title that is cut goes up to the hours: its state of review takes nothing off it, but in rows
/// that have one line.
void a_title_has_its_line(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::ProgressView>(&sample.view.body);
  if (view == nullptr || sample.view.countdown || sample.view.panel) return;
  auto const& texts = stage.ui().inscriptions();
  for (auto const& record : view->records) {
    auto const title =
        std::find_if(texts.begin(), texts.end(), [&](auto const& t) { return t.text == record.content; });
    if (title == texts.end() || !title->cut) continue;
    float const line = title->used.centre().y;
    auto const on_line = [&](std::string const& words) {
      return std::find_if(texts.begin(), texts.end(), [&](auto const& t) {
        return t.text == words && std::abs(t.used.centre().y - line) < t.em / 2;
      });
    };
    auto const hours = on_line(record.hours);
    if (on_line(record.review.text) != texts.end()) continue;
    ASSERT_NE(hours, texts.end()) << record.content;
    EXPECT_GT(title->used.right(), hours->used.x - stage.ui().theme().gap - title->em * 2) << record.content;
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether "2027-01-01" stands in it.
bool has_iso_day(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  for (std::size_t at = 0; at + shape.size() <= text.size(); ++at) {
    bool same = true;
    for (std::size_t i = 0; same && i < shape.size(); ++i) {
      same = shape[i] == '0' ? is_digit(text[at + i]) : text[at + i] == '-';
    }
    if (same) return true;
  }
  return false;
}

/// Days are told one way in each language: never as machines write them, and in English no month in Chinese.
void days_are_told_one_way(Stage const& stage, samples::Sample const& sample) {
  if (sample.name.starts_with("staff-") || sample.name.starts_with("set-up-")) return;
  bool const english = sample.view.frame.exit_label == "Exit";
  for (auto const& text : stage.ui().inscriptions()) {
    EXPECT_FALSE(has_iso_day(text.text)) << text.text;
    auto const month = text.text.find("月");
    bool const chinese_day = month != std::string::npos && month > 0 && is_digit(text.text[month - 1]);
    EXPECT_FALSE(english && chinese_day) << text.text;
  }
}

/// A state without its reason helps nobody: "revoked", and why?
void each_certificate_says_why(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::CertificatesView>(&sample.view.body);
  if (view == nullptr || sample.view.countdown || sample.view.panel) return;
  auto const& texts = stage.ui().inscriptions();
  for (auto const& row : view->rows) {
    if (row.reason.empty()) continue;
    EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](auto const& t) { return t.text == row.reason; }))
        << row.title;
  }
}

}  // namespace

void what_one_screen_promises(Stage const& stage, samples::Sample const& sample) {
  who_lacks_hours_is_shown_where_to_learn(stage, sample);
  the_seal_touches_no_word(stage, sample);
  one_fact_stands_with_the_verdict(stage, sample);
  no_standing_is_under_its_mandatory_part(stage, sample);
  a_title_has_its_line(stage, sample);
  every_subject_tells_its_hours(stage, sample);
  no_number_stands_without_its_unit(stage, sample);
  what_is_asked_for_is_one_line(stage, sample);
  a_sheets_title_is_its_largest(stage, sample);
  days_are_told_one_way(stage, sample);
  each_certificate_says_why(stage, sample);
}

}  // namespace ce::blind
