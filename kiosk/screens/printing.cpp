#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;
namespace {

float strip_room(w::Ui const& ui, present::PrintingView const& view, float width) {
  return view.holding ? w::strip_height(ui, view.holding->text, width) + ui.theme().gap * 2 : 0;
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::PrintingView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  std::vector<w::StepMark> steps;
  steps.reserve(view.steps.size());
  for (auto const& step : view.steps) steps.push_back({step.label, step.done, step.current});

  w::panel(ui, body);
  w::Rect inner = body.inset(t.pad * 2.F);
  float const out = ui.glide("sheet", view.fraction);
  w::Rect words = inner;
  float const step_high = t.body * 4.6F;
  auto const speech = [&](float width) {
    return headline_height(ui, width, view.headline, view.subline) + t.gap * 3 + step_high;
  };
  if (portrait) {
    float const said = speech(inner.w) + strip_room(ui, view, inner.w);
    float const between = t.gap * 2;
    words = words.middle(words.w, std::min(inner.w * 0.8F, inner.h - said - between) + between + said);
    w::printer_with_sheet(ui, words.cut_top(words.h - said - between), out, false);
    words.cut_top(between);
  } else {
    w::printer_with_sheet(ui, words.cut_left(inner.w * 0.42F), out, false);
    words.cut_left(t.margin);
  }
  float const holding = strip_room(ui, view, words.w);
  float const spare = words.h - (speech(words.w) - t.gap * 3) - holding;
  words = words.middle(words.w, speech(words.w) + holding);
  headline(ui, words, view.headline, view.subline);
  words.cut_top(std::clamp(spare, t.gap * 0.5F, t.gap * 3));
  if (view.holding) {
    w::strip(ui, words.cut_bottom(holding - t.gap * 2), view.holding->text, meaning_of(view.holding->tone));
    words.cut_bottom(t.gap * 2);
  }
  w::stepper(ui, words.cut_top(step_high), steps);
  return {};
}

}  // namespace ce::screens
