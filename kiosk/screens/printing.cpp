#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;

Outcome draw(w::Ui& ui, w::Rect body, present::PrintingView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  std::vector<w::StepMark> steps;
  steps.reserve(view.steps.size());
  for (auto const& step : view.steps) steps.push_back({step.label, step.done, step.current});

  w::panel(ui, body);
  w::Rect inner = body.inset(t.pad * 2.F);
  float const out = ui.glide("sheet", view.fraction);
  w::Rect art = inner;
  w::Rect words = inner;
  if (portrait) {
    art = words.cut_top(inner.h * 0.5F);
  } else {
    art = words.cut_left(inner.w * 0.42F);
    words.cut_left(t.margin);
  }
  w::printer_with_sheet(ui, art, out, false);

  float const holding = view.holding ? w::strip_height(ui, view.holding->text, words.w) + t.gap : 0;
  words = words.middle(words.w, t.headline * 2.2F + t.body * 4.F + t.body * 5.4F + holding + t.gap * 3);
  headline(ui, words, view.headline, view.subline);
  words.cut_top(t.gap * 2);
  if (view.holding) {
    w::strip(ui, words.cut_bottom(holding - t.gap), view.holding->text, meaning_of(view.holding->tone));
    words.cut_bottom(t.gap);
  }
  w::stepper(ui, words.cut_top(t.body * 5.4F), steps);
  return {};
}

}  // namespace ce::screens
