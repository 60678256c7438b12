#include "staff_screens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace ce::blind {
namespace {

std::vector<widgets::Rect> boxes_of(Stage const& stage, std::vector<present::StaffKeyView> const& keys) {
  std::vector<widgets::Rect> boxes;
  for (auto const& key : keys) {
    auto const target = stage.target(key.id);
    EXPECT_TRUE(target.has_value()) << key.id;
    if (target) boxes.push_back(target->box);
  }
  return boxes;
}

/// kiosk-ux.md: on an upright screen the main keys are in the lower half. A list that is longer ends at the
/// foot.
void what_is_chosen_from_is_in_reach(Stage const& stage, present::StaffPageView const& view) {
  if (!stage.display().portrait() || view.cards.empty()) return;
  auto const boxes = boxes_of(stage, view.cards);
  if (boxes.empty()) return;
  float const middle = stage.ui().screen().h / 2;
  bool const few = view.cards.size() <= 3 && view.rows_least <= 1;
  if (few) {
    EXPECT_GE(boxes.front().centre().y, middle - 1);  // a rounded pixel
  }
  bool const whole = static_cast<int>(view.cards.size()) >= view.rows_least;
  float below = stage.ui().screen().h;
  for (auto const& target : stage.ui().targets()) {
    if (target.box.y >= boxes.back().bottom()) below = std::min(below, target.box.y);
  }
  if (whole) {
    EXPECT_LE(below - boxes.back().bottom(), stage.ui().theme().key) << "nothing lies between";
  }
}

/// One looks down a list along one edge: words in the middle of keys, each of another length, have none.
void labels_of_a_list_begin_at_one_line(Stage const& stage, present::StaffPageView const& view) {
  std::set<int> edges;
  std::set<int> columns;
  for (auto const& card : view.cards) {
    auto const target = stage.target(card.id);
    if (!target) continue;
    auto const& texts = stage.ui().inscriptions();
    auto const found = std::find_if(texts.begin(), texts.end(), [&](auto const& text) {
      return text.text == card.label && target->box.contains(text.used.centre());
    });
    ASSERT_NE(found, texts.end()) << card.label;
    edges.insert(static_cast<int>((found->used.x - target->box.x) / (stage.ui().theme().body * 0.5F)));
    columns.insert(static_cast<int>(target->box.x));
  }
  EXPECT_LE(edges.size(), 1U);
  EXPECT_LE(columns.size(), 2U);
}

/// What is typed stands under what it is called, and is read from further away.
void what_is_typed_is_no_smaller_than_its_name(Stage const& stage, present::StaffPageView const& view) {
  auto const& texts = stage.ui().inscriptions();
  for (auto const& field : view.fields) {
    auto const name =
        std::find_if(texts.begin(), texts.end(), [&](auto const& text) { return text.text == field.label; });
    if (field.shown.empty() || name == texts.end()) continue;
    auto const* typed = &*name;
    for (auto const& text : texts) {
      bool const under =
          text.used.y > name->used.bottom() - name->em * 0.3F && text.used.x < name->used.right();
      if (under && (typed == &*name || text.used.y < typed->used.y)) typed = &text;
    }
    EXPECT_GE(typed->em, name->em * 0.95F) << field.label << ": " << typed->text;
  }
}

}  // namespace

void what_a_staff_page_promises(Stage const& stage, samples::Sample const& sample) {
  auto const* view = std::get_if<present::StaffPageView>(&sample.view.body);
  if (view == nullptr) return;
  what_is_chosen_from_is_in_reach(stage, *view);
  labels_of_a_list_begin_at_one_line(stage, *view);
  what_is_typed_is_no_smaller_than_its_name(stage, *view);
}

// What is looked at must be what the program can show: each step of the guided set-up once, and nothing left
// out behind the last.
TEST(StaffSamples, TheGuidedSetUpCountsItsSteps) {
  std::set<std::string> steps;
  for (auto const& sample : samples::set_up_samples()) {
    auto const& title = sample.view.frame.title;
    auto const item = sample.view.screen;
    bool const other_way = item == "staff_item_calibration";  // numbered stock has it in the place of numbers
    if (!title.starts_with("设置向导  第 ") || other_way) continue;
    auto const step = title.substr(0, title.find(" / "));
    for (auto const& other : steps) {
      bool const same_step = other.starts_with(step + " ");
      EXPECT_FALSE(same_step && other != step + " " + item && item != "staff_trying")
          << other << ", " << item;
    }
    if (item != "staff_trying") steps.insert(step + " " + item);
  }
  EXPECT_GE(steps.size(), 12U);
  for (auto const& sample : samples::set_up_samples()) {
    auto const* view = std::get_if<present::StaffPageView>(&sample.view.body);
    for (auto const& card : view == nullptr ? std::vector<present::StaffKeyView>{} : view->cards) {
      EXPECT_FALSE(card.state && card.state->text == "没有设置") << sample.name << ": " << card.label;
    }
  }
}

}  // namespace ce::blind
