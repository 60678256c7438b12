#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

w::Icon sign_of(present::Tone tone) {
  switch (tone) {
    case present::Tone::good:
      return w::Icon::verified;
    case present::Tone::bad:
      return w::Icon::revoked;
    case present::Tone::notice:
    case present::Tone::neutral:
      return w::Icon::unknown;
  }
  return w::Icon::unknown;
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::VerifyResultView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  Outcome outcome;
  w::Rect const again = body.cut_bottom(t.key * 1.2F);
  body.cut_bottom(t.gap * 1.5F);
  if (w::key(ui, again.middle(std::min(again.w, t.body * 24.F), again.h),
             {.id = "again", .label = view.again_label, .icon = w::Icon::search})) {
    outcome = session::VerifyCertificate{};
  }

  w::Pair const& tone = w::colors_of(p, meaning_of(view.verdict.tone));
  w::panel(ui, body);
  w::Rect rest = body;
  bool const portrait = t.display.portrait();
  bool const bare = view.facts.empty();
  w::Rect head =
      portrait ? rest.cut_top(bare ? rest.h : rest.h * 0.46F) : rest.cut_left(bare ? rest.w : rest.w * 0.42F);
  // The verdict's colour fills its half: it is seen from across the hall, and its sign and word say the same.
  ui.brush().fill(head.inset(t.hairline), tone.ground, t.radius);
  if (p.flat) ui.brush().stroke(head, tone.edge, t.radius, 3);
  w::Rect inner = head.inset(t.pad * 1.4F);
  w::TextStyle const word{
      t.display_type, tone.ink, w::Weight::bold, w::Align::centre, w::Stand::top, 1, 0.5F};
  w::TextStyle const line{t.body, tone.ink, w::Weight::regular, w::Align::centre, w::Stand::top, 4};
  float const words = t.display_type * 1.3F + t.body * 0.6F + ui.height_of(view.explanation, line, inner.w);
  float const sign = std::min(t.body * 9.F, inner.h - words - t.gap);
  w::Rect block = inner.middle(inner.w, words + sign + t.gap);
  w::great_sign(ui, block.cut_top(sign), sign_of(view.verdict.tone), tone);
  block.cut_top(t.gap);
  ui.text(block.cut_top(t.display_type * 1.3F), view.verdict.text, word);
  block.cut_top(t.body * 0.6F);
  ui.text(block, view.explanation, line);

  if (bare) return outcome;
  w::Rect list = rest.inset(t.pad * 1.6F, t.pad);
  facts(ui, list.middle(list.w, facts_height(ui, view.facts.size()) * 1.5F), view.facts, t.lead);
  return outcome;
}

}  // namespace ce::screens
