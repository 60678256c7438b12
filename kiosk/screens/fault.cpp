#include <algorithm>
#include <string>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

float service_width(w::Ui const& ui, std::string const& words) {
  w::Theme const& t = ui.theme();
  return words.empty() ? 0 : ui.width_of(words, t.lead, w::Weight::bold) + t.body * 4.2F;
}

/// Whom to call, in a pill with a telephone.
void service(w::Ui& ui, w::Rect const& box, std::string const& words, w::Align align) {
  w::Theme const& t = ui.theme();
  w::Pair const& tone = t.palette.neutral;
  float const wide = std::min(box.w, service_width(ui, words));
  w::Rect pill = align == w::Align::centre ? box.middle(wide, box.h) : w::Rect{box.x, box.y, wide, box.h};
  ui.brush().fill(pill, tone.ground, pill.h / 2);
  ui.brush().stroke(pill, tone.edge, pill.h / 2, t.edge);
  pill = pill.inset(t.body, 0);
  ui.icon(pill.cut_left(t.body * 1.6F).centre(), w::Icon::phone, t.body * 1.4F, tone.ink);
  pill.cut_left(t.body * 0.4F);
  ui.text(pill, words, {t.lead, tone.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::FaultView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  Outcome outcome;
  if (view.retry_label || view.leave_label) {
    w::Rect const row = body.cut_bottom(t.key * 1.2F);
    body.cut_bottom(t.gap * 1.5F);
    w::Rect const at = row.middle(std::min(row.w, t.body * 24.F), row.h);
    if (view.retry_label) {
      if (w::key(ui, at, {.id = "retry", .label = *view.retry_label, .icon = w::Icon::retry}))
        outcome = session::Retry{};
    } else if (w::key(ui, at, {.id = "leave", .label = *view.leave_label, .icon = w::Icon::home})) {
      outcome = session::Exit{};
    }
  }
  bool const portrait = t.display.portrait();
  w::Rect const card =
      body.middle(std::min(body.w, t.body * (portrait ? 44.F : 56.F)), std::min(body.h, t.body * 32.F));
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 2, t.pad * (portrait ? 2.F : 1.2F));
  if (!portrait) {
    float const side = std::min(t.body * 9.F, inner.w * 0.26F);
    // Sign and words stand in the middle together, however short the words are.
    float const room = inner.w - side - t.margin;
    w::TextStyle const set{t.lead, p.ink, w::Weight::regular, w::Align::left, w::Stand::middle, 0};
    float const widest =
        std::max({ui.width_of(view.headline, t.headline, w::Weight::bold),
                  ui.widest_line_of(view.advice, set, room), service_width(ui, view.service)});
    inner = inner.moved(std::max(0.F, room - widest) / 2, 0);
    w::great_sign(ui, inner.cut_left(side), w::Icon::warning, p.notice);
    inner.cut_left(t.margin);
  }

  w::Align const align = portrait ? w::Align::centre : w::Align::left;
  w::TextStyle const advice{t.lead, p.ink, w::Weight::regular, align, w::Stand::middle, 0};
  w::TextStyle const head{t.headline, p.ink, w::Weight::bold, align, w::Stand::middle, 2};
  float const gap = t.body * 0.9F;
  float const head_high = ui.height_of(view.headline, head, inner.w);
  float const advice_high = ui.height_of(view.advice, advice, inner.w);
  float const call_high = view.service.empty() ? 0 : t.body * 2.6F + gap;
  float const words = head_high + gap + advice_high + call_high;
  float const sign = portrait ? std::clamp(inner.h - words - gap, t.body * 3.F, t.body * 8.F) + gap : 0;
  w::Rect block = inner.middle(inner.w, sign + words);
  if (portrait) w::great_sign(ui, block.cut_top(sign - gap), w::Icon::warning, p.notice);
  if (portrait) block.cut_top(gap);
  ui.text(block.cut_top(head_high), view.headline, head);
  block.cut_top(gap);
  ui.text(block.cut_top(advice_high), view.advice, advice);
  block.cut_top(gap);
  if (!view.service.empty()) service(ui, block.cut_top(t.body * 2.6F), view.service, align);
  return outcome;
}

}  // namespace ce::screens
