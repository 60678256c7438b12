#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// At the right of the facts, as low and as large as the values let it be.
void seal(w::Ui& ui, w::Rect const& box, std::vector<w::Rect> const& values) {
  float const body = ui.theme().body;
  auto const is_free = [&](w::Point at, float radius) {
    return std::none_of(values.begin(), values.end(), [&](w::Rect const& value) {
      float const dx = std::max({value.x - at.x, at.x - value.right(), 0.F});
      float const dy = std::max({value.y - at.y, at.y - value.bottom(), 0.F});
      return std::hypot(dx, dy) < radius + body * 0.5F;
    });
  };
  for (float radius = std::min(body * 2.6F, box.h * 0.42F); radius >= body * 0.7F; radius *= 0.9F) {
    for (float y = box.bottom() - radius; y >= box.y + radius; y -= body * 0.25F) {
      w::Point const at{box.right() - radius * 1.1F, y};
      if (is_free(at, radius)) return w::seal(ui, at, radius, 0.22F);
    }
  }
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
  w::TextStyle title{t.title, p.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 2};
  // As on the paper, the title is the largest, in one line where it can.
  for (float const em : {t.display_type * 0.85F, t.headline * 1.1F, t.headline}) {
    if (ui.width_of(view.sheet_title, em, w::Weight::bold) > inner.w) continue;
    title.em = em;
    break;
  }
  ui.text(inner.cut_top(std::max(t.title * 1.5F, ui.height_of(view.sheet_title, title, inner.w))),
          view.sheet_title, title);
  inner.cut_top(t.body * 0.5F);
  float const facts_high = std::min(facts_height(ui, view.facts.size()), inner.h * 0.55F);
  w::Rect list = inner.cut_bottom(facts_high);
  inner.cut_bottom(t.body * 0.4F);
  // Two blanks before a paragraph, as Chinese documents have it.
  std::string const words = "\u3000\u3000" + view.sheet_text;
  w::TextStyle text{t.lead, p.ink, w::Weight::regular, w::Align::left, w::Stand::middle, 0};
  for (float const em : {t.headline, t.title}) {
    w::TextStyle larger = text;
    larger.em = em;
    if (ui.height_of(words, larger, inner.w) > inner.h * 0.8F) continue;
    text = larger;
    break;
  }
  ui.text(inner, words, text);
  auto const values = facts(ui, list, view.facts);
  if (!p.flat) seal(ui, list, values);
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::PrintPreviewView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  Outcome outcome;
  w::Rect side = body;
  w::Rect paper;
  if (portrait) {
    float const problem = view.problem ? w::strip_height(ui, view.problem->text, body.w) + t.gap : 0;
    side = body.cut_bottom(t.key * 1.35F + t.body * 4.2F + problem);
    ui.text(body.cut_top(t.headline * 1.5F), view.headline,
            {t.headline, t.palette.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1});
    body.cut_top(t.gap);
    body.cut_bottom(t.gap);
    paper = body.middle(body.w, std::min(body.h, std::max(body.w * 0.9F, t.body * 30.F)));
  } else {
    paper = side.cut_left(body.w * 0.6F);
    side.cut_left(t.margin);
    float const problem = view.problem ? w::strip_height(ui, view.problem->text, side.w) + t.gap : 0;
    side = side.middle(side.w, t.headline * 3.F + t.body * 5.F + t.key * 1.35F + problem + t.gap * 2);
    ui.text(side.cut_top(t.headline * 3.F), view.headline,
            {t.headline, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2});
    side.cut_top(t.gap);
  }
  sheet(ui, paper, view);
  w::Rect const go = side.cut_bottom(t.key * 1.35F);
  side.cut_bottom(t.gap);
  if (view.problem) {
    w::strip(ui, side.cut_top(w::strip_height(ui, view.problem->text, side.w)), view.problem->text,
             meaning_of(view.problem->tone));
    side.cut_top(t.gap);
  }
  ui.text(side, view.hint,
          {t.body, t.palette.ink, w::Weight::regular, portrait ? w::Align::centre : w::Align::left,
           w::Stand::middle, 3});
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
