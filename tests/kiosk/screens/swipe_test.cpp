// Pages that a finger draws across.
#include "named_samples.h"

namespace ce {
namespace {

using blind::place_of;
using blind::portrait;
using blind::sample;

/// As few as the presenter puts on a page where type is larger.
void fewer_records(present::View& view) {
  auto* progress = std::get_if<present::ProgressView>(&view.body);
  if (progress != nullptr) progress->records.erase(progress->records.begin(), progress->records.begin() + 2);
}

TEST(Swipe, PagesAreTurnedByAFingerThatIsDrawnAcross) {
  blind::Stage stage(portrait);
  float const far = 20 * portrait.px_per_mm;
  for (auto const& [name, word] :
       {std::pair{"progress-many", "建筑抗震设计规范宣讲会"}, std::pair{"certificates", "2024 年度证书"}}) {
    auto view = sample(name);
    if (auto* list = std::get_if<present::CertificatesView>(&view.body))
      list->paging = {1, 3, "第 2 / 3 页", "上一页", "下一页"};
    stage.settle(view);
    auto const at = place_of(stage, word);
    auto const on = stage.draw_along(view, at, {-far, 0});
    ASSERT_TRUE(on && std::holds_alternative<session::TurnPage>(*on)) << name;
    EXPECT_EQ(std::get<session::TurnPage>(*on).by, 1);
    auto const back = stage.draw_along(view, at, {far, far * 0.3F});
    ASSERT_TRUE(back && std::holds_alternative<session::TurnPage>(*back)) << name;
    EXPECT_EQ(std::get<session::TurnPage>(*back).by, -1);
    EXPECT_FALSE(stage.draw_along(view, at, {-far * 0.4F, 0})) << "a finger that only shook";
    EXPECT_FALSE(stage.draw_along(view, at, {-far, far})) << "neither across nor down";
    view.frame.elder = true;
    fewer_records(view);
    stage.settle(view);
    EXPECT_TRUE(stage.draw_along(view, place_of(stage, word), {-far, 0})) << "elder mode";
  }
}

TEST(Swipe, AFingerDrawnFromAKeyOrPastTheLastPageTurnsNothing) {
  blind::Stage stage(portrait);
  float const far = 20 * portrait.px_per_mm;
  auto const first = sample("progress-incomplete");
  stage.settle(first);
  auto const record = place_of(stage, "建筑抗震设计规范宣讲会");
  EXPECT_FALSE(stage.draw_along(first, record, {far, 0}));
  auto const next = stage.target("next_page")->box.centre();
  EXPECT_FALSE(stage.draw_along(first, next, {-far * 3, 0}));
  auto const person = place_of(stage, "440***********0014");
  EXPECT_FALSE(stage.draw_along(first, person, {-far, 0})) << "not on the list";
  auto const last = sample("progress-rare");
  stage.settle(last);
  EXPECT_FALSE(stage.draw_along(last, record, {-far, 0}));
}

TEST(Swipe, TheRecordsGoWithTheFingerAndStayWhereThereAreNoMore) {
  blind::Stage stage(portrait);
  auto const moved = [&](std::string const& name, bool elder) {
    auto view = sample(name);
    view.frame.elder = elder;
    auto& records = std::get<present::ProgressView>(view.body).records;
    if (elder)
      records.erase(records.begin(), records.begin() + 2);  // fewer on a page, as the presenter has them
    stage.settle(view);
    auto const at = place_of(stage, "建筑抗震设计规范宣讲会");
    stage.pass(view, {at, true});
    stage.pass(view, {{at.x - 100, at.y}, true});
    float const by = place_of(stage, "建筑抗震设计规范宣讲会").x - at.x;
    stage.pass(view, {{-1, -1}, true});
    stage.pass(view, {{-1, -1}, false});
    return by;
  };
  EXPECT_NEAR(moved("progress-incomplete", false), -100, 1);
  EXPECT_NEAR(moved("progress-rare", false), -15, 1) << "the last page";
  EXPECT_EQ(moved("progress-many", true), 0) << "elder mode stands still";
}

}  // namespace
}  // namespace ce
