#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// Where the seal goes: at the right of the facts, in a column of its own, so that it touches no value.
struct SealColumn {
  float radius = 0;
  float wide = 0;
  bool narrows = false;  // the longest value takes two lines beside it
};

SealColumn seal_column(w::Ui const& ui, float width, float high, std::vector<present::FactView> const& list) {
  float const body = ui.theme().body;
  float const beside = body * 0.8F;
  float const most = std::min(body * 2.6F, high * 0.45F);
  float const radius = std::min(most, (width - facts_width(ui, list) - beside) / 2);
  if (radius >= std::min(most, body * 1.5F)) return {radius, radius * 2 + beside, false};
  float least = std::min(most, body * 1.9F);
  while (least > body && !facts_fit(ui, list, width - least * 2 - beside)) least *= 0.95F;
  return {least, least * 2 + beside, true};
}

/// The sheet as it will come out: border, title, text, facts and where the seal is.
void sheet(w::Ui& ui, w::Rect const& box, present::PrintPreviewView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  if (!p.flat) ui.brush().shadow(box.moved(0, t.body * 0.3F), t.body * 1.6F, w::with_alpha(p.shadow, 0.28F));
  ui.brush().fill(box, p.card, t.body * 0.15F);
  ui.brush().stroke(box, p.line, t.body * 0.15F, t.edge);
  w::Rect const outer = box.inset(t.body * 0.7F);
  w::Color const gold = p.flat ? p.line : w::rgb(0xC08A2B);
  ui.brush().stroke(outer, gold, 0, t.hairline * 3);
  ui.brush().stroke(outer.inset(t.hairline * 6), w::with_alpha(gold, 0.7F), 0, t.hairline);

  w::Rect inner = outer.inset(t.body * 1.5F, t.body * 1.1F);
  // As on the paper, the title is the largest, in one line where it can.
  w::TextStyle title{
      std::floor(t.display_type * 0.85F), p.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 2};
  while (title.em > t.title && ui.width_of(view.sheet_title, title.em, w::Weight::bold) > inner.w)
    title.em = std::max(t.title, std::floor(title.em * 0.97F));
  ui.text(inner.cut_top(std::max(t.title * 1.5F, ui.height_of(view.sheet_title, title, inner.w))),
          view.sheet_title, title);
  inner.cut_top(t.body * 0.5F);
  float facts_high = std::min(facts_height(ui, view.facts.size()), inner.h * 0.55F);
  auto const column = seal_column(ui, inner.w, facts_high, view.facts);
  if (column.narrows) facts_high = std::min(facts_high * 1.3F, inner.h * 0.6F);
  w::Rect list = inner.cut_bottom(facts_high);
  inner.cut_bottom(t.body * 0.4F);
  // Two blanks before a paragraph, as Chinese documents have it.
  std::string const words = "\u3000\u3000" + view.sheet_text;
  w::TextStyle text{t.lead, p.ink, w::Weight::regular, w::Align::left, w::Stand::middle, 0, 0.6F};
  for (float const em : {t.headline, t.headline * 0.87F, t.title}) {
    w::TextStyle larger = text;
    larger.em = em;
    if (em > title.em * 0.9F || ui.height_of(words, larger, inner.w) > inner.h * 0.8F) continue;
    text = larger;
    break;
  }
  ui.text(inner, words, text);
  w::Rect const beside = list.cut_right(column.wide);
  facts(ui, list, view.facts, is_low(ui) ? t.caption : 0);
  w::seal(ui, {beside.right() - column.radius, beside.bottom() - column.radius * 1.1F}, column.radius, 0.22F);
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::PrintPreviewView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  Outcome outcome;
  w::TextStyle const hint{t.body,
                          t.palette.ink,
                          w::Weight::regular,
                          portrait ? w::Align::centre : w::Align::left,
                          w::Stand::middle,
                          3};
  w::Rect side = body;
  w::Rect paper;
  w::Rect hint_at;
  if (portrait) {
    float const problem = view.problem ? w::strip_height(ui, view.problem->text, body.w) + t.gap : 0;
    side = body.cut_bottom(t.key * 1.35F + t.gap + problem);
    body.cut_bottom(t.gap * 0.5F);
    // What is said of the sheet stands next to it; together they have the middle. Where a low screen says
    // what is wrong, nothing is to be checked.
    bool const headed = !view.problem || !is_low(ui);
    float const head = headed ? t.headline * 1.4F + t.gap : 0;
    float const under = ui.height_of(view.hint, hint, body.w) + t.gap * 1.5F;
    float const high = std::min(body.h - head - under, std::max(body.w * 0.9F, t.body * 30.F));
    body = body.middle(body.w, head + high + under);
    if (headed) {
      ui.text(body.cut_top(head - t.gap), view.headline,
              {t.headline, t.palette.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1});
      body.cut_top(t.gap);
    }
    paper = body.cut_top(high);
    body.cut_top(t.gap * 1.5F);
    hint_at = body;
  } else {
    paper = side.cut_left(body.w * 0.6F);
    side.cut_left(t.margin);
    w::TextStyle const head{t.headline, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2};
    float const problem = view.problem ? w::strip_height(ui, view.problem->text, side.w) + t.gap : 0;
    float const head_high = ui.height_of(view.headline, head, side.w);
    float const under = ui.height_of(view.hint, hint, side.w) + t.gap * 1.5F;
    side = side.middle(side.w, head_high + t.gap * 1.5F + under + problem + t.gap + t.key * 1.35F);
    ui.text(side.cut_top(head_high), view.headline, head);
    side.cut_top(t.gap * 1.5F);
    hint_at = side.cut_top(under - t.gap * 1.5F);
    side.cut_top(t.gap * 1.5F);
  }
  sheet(ui, paper, view);
  w::Rect const go = side.cut_bottom(t.key * 1.35F);
  side.cut_bottom(t.gap);
  if (view.problem) {
    w::strip(ui, side.cut_top(w::strip_height(ui, view.problem->text, side.w)), view.problem->text,
             meaning_of(view.problem->tone));
    side.cut_top(t.gap);
  }
  ui.text(hint_at, view.hint, hint);
  if (w::key(ui, go,
             {.id = "print",
              .label = view.print_label,
              .icon = w::Icon::print,
              .enabled = view.can_print,
              .em = t.title})) {
    outcome = session::Print{};
  }
  return outcome;
}

}  // namespace ce::screens
