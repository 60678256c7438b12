#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;

Outcome draw(w::Ui& ui, w::Rect body, present::FaultView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  Outcome outcome;
  if (view.retry_label) {
    w::Rect const at = body.cut_bottom(t.key * 1.2F);
    body.cut_bottom(t.gap * 1.5F);
    if (w::key(ui, at.middle(std::min(at.w, t.body * 24.F), at.h),
               {.id = "retry", .label = *view.retry_label, .icon = w::Icon::retry})) {
      outcome = session::Retry{};
    }
  }
  w::Rect const card = body.middle(std::min(body.w, t.body * 44.F), std::min(body.h, t.body * 32.F));
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 2);
  ui.text(inner.cut_bottom(t.caption * 1.4F), view.code,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::right, w::Stand::bottom, 1});
  w::TextStyle const advice{t.lead, p.ink, w::Weight::regular, w::Align::centre, w::Stand::middle, 0};
  w::TextStyle const head{t.headline, p.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 2};
  float const gap = t.body * 0.9F;
  float const head_high = ui.height_of(view.headline, head, inner.w);
  float const advice_high = ui.height_of(view.advice, advice, inner.w);
  float const call_high = view.service.empty() ? 0 : t.body * 2.8F + gap;
  float const sign =
      std::clamp(inner.h - head_high - advice_high - call_high - gap * 2, t.body * 3.F, t.body * 8.F);
  w::Rect block = inner.middle(inner.w, sign + head_high + advice_high + call_high + gap * 2);
  w::great_sign(ui, block.cut_top(sign), w::Icon::warning, p.notice);
  block.cut_top(gap);
  ui.text(block.cut_top(head_high), view.headline, head);
  block.cut_top(gap);
  ui.text(block.cut_top(advice_high), view.advice, advice);
  if (!view.service.empty()) {
    block.cut_top(gap);
    float const wide = std::min(block.w, ui.width_of(view.service, t.lead, w::Weight::bold) + t.body * 5.F);
    w::Rect pill = block.middle(wide, t.body * 2.6F);
    ui.brush().fill(pill, p.neutral.ground, pill.h / 2);
    ui.brush().stroke(pill, p.neutral.edge, pill.h / 2, t.hairline);
    pill = pill.inset(t.body, 0);
    ui.icon(pill.cut_left(t.body * 1.6F).centre(), w::Icon::phone, t.body * 1.4F, p.neutral.ink);
    pill.cut_left(t.body * 0.4F);
    ui.text(pill, view.service,
            {t.lead, p.neutral.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
  }
  return outcome;
}

}  // namespace ce::screens
