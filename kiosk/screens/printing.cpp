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
  float const speech = t.headline * 2.2F + t.body * 3.F + t.body * 4.6F + t.gap * 2;
  if (portrait) {
    w::Rect const art =
        words.cut_top(std::min(inner.w * 0.9F, inner.h - speech - strip_room(ui, view, inner.w)));
    w::printer_with_sheet(ui, art, out, false);
  } else {
    w::printer_with_sheet(ui, words.cut_left(inner.w * 0.42F), out, false);
    words.cut_left(t.margin);
  }
  float const holding = strip_room(ui, view, words.w);
  words = words.middle(words.w, speech + holding);
  headline(ui, words, view.headline, view.subline);
  words.cut_top(t.gap * 2);
  if (view.holding) {
    w::strip(ui, words.cut_bottom(holding - t.gap * 2), view.holding->text, meaning_of(view.holding->tone));
    words.cut_bottom(t.gap * 2);
  }
  w::stepper(ui, words.cut_top(t.body * 4.6F), steps);
  return {};
}

}  // namespace ce::screens
