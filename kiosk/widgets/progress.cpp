#include "kiosk/widgets/progress.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ce::widgets {
namespace {

Color fill_of(Palette const& p, float fraction) {
  return fraction >= 1 ? p.good.edge : p.progress;
}

TextStyle word_style(Theme const& t, StepMark const& step, float em) {
  return {em, t.palette.ink, step.current ? Weight::bold : Weight::regular, Align::centre, Stand::top, 2};
}

/// How large the words of all steps are, so that none of them leaves a character alone on a line: 放 /
/// 身份证.
float words_em(Ui const& ui, std::vector<StepMark> const& steps, float width) {
  Theme const& t = ui.theme();
  auto const leaves_one = [&](StepMark const& step, float em) {
    auto const style = word_style(t, step, em);
    auto const set = lay_out_balanced(ui.atlas(), code_points(step.label), static_cast<int>(em), style.weight,
                                      width, style.lines);
    return set.lines.size() > 1 && std::any_of(set.lines.begin(), set.lines.end(),
                                               [](auto const& line) { return line.text.size() == 1; });
  };
  float em = t.body;
  while (em > t.least_type &&
         std::any_of(steps.begin(), steps.end(), [&](auto const& step) { return leaves_one(step, em); }))
    --em;
  return em;
}

/// The number of a step, or a check once it is done.
void step_disc(Ui& ui, Point at, float disc, StepMark const& step, int number) {
  Theme const& t = ui.theme();
  Pair const& colors = step.done ? t.palette.good : step.current ? t.palette.primary : t.palette.secondary;
  ui.brush().disc(at, disc / 2, colors.ground);
  ui.brush().circle(at, disc / 2 - t.hairline / 2, colors.edge, t.hairline * (step.current ? 3.F : 1.F));
  if (step.done) {
    ui.icon(at, Icon::check, disc * 0.62F, colors.ink);
  } else {
    ui.text({at.x - disc / 2, at.y - disc / 2, disc, disc}, std::to_string(number),
            {t.body, colors.ink, Weight::bold, Align::centre, Stand::middle, 1});
  }
}

}  // namespace

Rect ring(Ui& ui, std::string_view id, Rect const& box, float fraction, Meaning meaning) {
  Palette const& p = ui.palette();
  float const side = std::min(box.w, box.h);
  float const thick = side * 0.095F;
  float const radius = (side - thick) / 2;
  Point const middle = box.centre();
  float const shown = ui.glide(id, std::clamp(fraction, 0.F, 1.F));
  ui.brush().circle(middle, radius, p.track, thick);
  Color const color = meaning == Meaning::good ? p.good.edge : p.progress;
  if (shown >= 0.999F) {
    ui.brush().circle(middle, radius, color, thick);  // an arc would show where it begins
  } else if (shown > 0.004F) {
    ui.brush().arc(middle, radius, 0, shown, color, thick);
  }
  float const inner = (radius - thick / 2) * std::numbers::sqrt2_v<float> * 0.98F;
  return box.middle(inner, inner);
}

void bar(Ui& ui, std::string_view id, Rect const& box, float fraction) {
  Palette const& p = ui.palette();
  float const shown = ui.glide(id, std::clamp(fraction, 0.F, 1.F));
  float const round = box.h / 2;
  ui.brush().fill(box, p.track, round);
  if (shown > 0)
    ui.brush().fill({box.x, box.y, std::max(box.h, box.w * shown), box.h}, fill_of(p, fraction), round);
}

void thin_bar(Ui& ui, std::string_view id, Rect const& box, float fraction) {
  Palette const& p = ui.palette();
  float const shown = ui.glide(id, std::clamp(fraction, 0.F, 1.F));
  float const round = box.h / 2;
  ui.brush().fill(box, p.track, round);
  if (shown > 0) ui.brush().fill({box.x, box.y, std::max(box.h, box.w * shown), box.h}, p.mandatory, round);
}

void stepper(Ui& ui, Rect const& box, std::vector<StepMark> const& steps) {
  if (steps.empty()) return;
  Theme const& t = ui.theme();
  Palette const& p = t.palette;
  auto const count = static_cast<int>(steps.size());
  float const disc = std::min(t.body * 2.1F, box.h * 0.5F);
  float const between = t.body * 0.4F;
  float const wide = box.column(0, count, t.body * 0.3F).w;
  float const em = words_em(ui, steps, wide);
  float words = 0;
  for (StepMark const& step : steps)
    words = std::max(words, ui.height_of(step.label, word_style(t, step, em), wide));
  Rect const block = box.middle(box.w, disc + between + words);
  float const line_y = block.y + disc / 2;
  for (int i = 0; i + 1 < count; ++i) {
    float const from = block.column(i, count, 0).centre().x + disc * 0.72F;
    float const to = block.column(i + 1, count, 0).centre().x - disc * 0.72F;
    bool const passed = steps[static_cast<std::size_t>(i)].done;
    ui.brush().line({from, line_y}, {to, line_y}, passed ? p.good.edge : p.line, t.hairline * 2);
  }
  for (int i = 0; i < count; ++i) {
    StepMark const& step = steps[static_cast<std::size_t>(i)];
    Rect cell = block.column(i, count, t.body * 0.3F);
    Point const at{cell.centre().x, line_y};
    step_disc(ui, at, disc, step, i + 1);
    cell.cut_top(disc + between);
    ui.text(cell, step.label, word_style(t, step, em));
  }
}

void step_list(Ui& ui, Rect const& box, std::vector<StepMark> const& steps) {
  if (steps.empty()) return;
  Theme const& t = ui.theme();
  auto const count = static_cast<int>(steps.size());
  float const disc = t.body * 2.1F;
  float const between = t.body * 0.9F;
  float const tall = std::min(box.h / static_cast<float>(count), t.body * 4.F);
  float words = 0;
  for (StepMark const& step : steps)
    words = std::max(words, ui.width_of(step.label, t.lead, Weight::regular));
  Rect const block =
      box.middle(std::min(box.w, disc + between + words + 1), tall * static_cast<float>(count));
  for (int i = 0; i < count; ++i) {
    StepMark const& step = steps[static_cast<std::size_t>(i)];
    Rect row = block.row(i, count, 0);
    Point const at{block.x + disc / 2, row.centre().y};
    if (i + 1 < count) {
      float const reach = disc * 0.62F;
      ui.brush().line({at.x, at.y + reach}, {at.x, at.y + tall - reach}, t.palette.line, t.hairline * 2);
    }
    step_disc(ui, at, disc, step, i + 1);
    row.cut_left(disc + between);
    ui.text(row, step.label, {t.lead, t.palette.ink, Weight::regular, Align::left, Stand::middle, 1});
  }
}

void waiting_wheel(Ui& ui, Rect const& box) {
  Palette const& p = ui.palette();
  float const side = std::min(box.w, box.h);
  Point const middle = box.centre();
  float const thick = side * 0.09F;
  ui.brush().circle(middle, (side - thick) / 2, p.track, thick);
  if (ui.theme().calm()) {
    ui.icon(middle, Icon::hourglass, side * 0.5F, p.ink);
    return;
  }
  constexpr int places = 24;
  float const at = static_cast<float>(ui.beat(1.0 / 12) % places) / places;
  ui.brush().arc(middle, (side - thick) / 2, at, at + 0.28F, p.progress, thick);
}

}  // namespace ce::widgets
