#include <algorithm>
#include <cmath>
#include <string_view>

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

/// As large as the verdict's word may be in one line.
float em_of(w::Ui const& ui, std::string_view word, float width) {
  float em = ui.theme().display_type;
  while (em > ui.theme().title && ui.width_of(word, em, w::Weight::bold) > width) em *= 0.96F;
  return std::floor(em);
}

constexpr float verdict_inset = 1.4F;  // of pad

/// Word and explanation as that width has them, pixels.
struct Wording {
  float em;       // of the word
  float word;     // its line's height
  float between;  // the two
  float reading;  // the explanation's width: lines that one can read
  float said;     // its height
  [[nodiscard]] float height() const { return word + between + said; }
};

w::TextStyle explaining(w::Theme const& t, w::Color ink) {
  return {t.body, ink, w::Weight::regular, w::Align::centre, w::Stand::top, 4};
}

Wording wording_of(w::Ui const& ui, present::VerifyResultView const& view, float width) {
  w::Theme const& t = ui.theme();
  float const em = em_of(ui, view.verdict.text, width);
  float const reading = std::min(width, t.body * 36.F);
  return {em, em * 1.25F, t.body * 0.6F, reading,
          ui.height_of(view.explanation, explaining(t, t.palette.ink), reading)};
}

/// What the verdict takes of that width without a sign.
float verdict_height(w::Ui const& ui, present::VerifyResultView const& view, float width) {
  float const inset = ui.theme().pad * verdict_inset * 2;
  return wording_of(ui, view, width - inset).height() + inset;
}

/// The verdict's colour fills its part: it is seen from across the hall, and its sign and word say the same.
/// `alone`: the one thing that is known of the certificate, which stands under the words.
void verdict(w::Ui& ui, w::Rect const& head, present::VerifyResultView const& view,
             present::FactView const* alone) {
  w::Theme const& t = ui.theme();
  w::Pair const& tone = w::colors_of(t.palette, meaning_of(view.verdict.tone));
  ui.brush().fill(head.inset(t.hairline), tone.ground, t.radius);
  if (t.palette.flat) ui.brush().stroke(head, tone.edge, t.radius, 3);
  w::Rect const inner = head.inset(t.pad * verdict_inset);
  Wording const wording = wording_of(ui, view, inner.w);
  w::TextStyle const word{wording.em, tone.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1};
  w::TextStyle const line = explaining(t, tone.ink);
  w::TextStyle const number{t.headline, tone.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1};
  float const known = alone == nullptr ? 0 : t.gap * 1.6F + t.body * 1.5F + t.headline * 1.3F;
  float const words = wording.height() + known;
  float const sign = std::min(t.body * 9.F, inner.h - words - t.gap);
  // A sign of a letter's size is none; the word says the same.
  bool const seen = sign >= t.body * 2.2F;
  w::Rect block = inner.middle(inner.w, words + (seen ? sign + t.gap : 0));
  if (seen) {
    w::great_sign(ui, block.cut_top(sign), sign_of(view.verdict.tone), tone);
    block.cut_top(t.gap);
  }
  ui.text(block.cut_top(wording.word), view.verdict.text, word);
  block.cut_top(wording.between);
  ui.text(block.cut_top(wording.said).middle(wording.reading, wording.said), view.explanation, line);
  if (alone == nullptr) return;
  block.cut_top(t.gap * 1.6F);
  w::TextStyle label = line;
  label.stand = w::Stand::middle;
  ui.text(block.cut_top(t.body * 1.5F), alone->label, label);
  ui.text(block, alone->value, number);
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::VerifyResultView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  w::Rect const again = body.cut_bottom(t.key * 1.2F);
  body.cut_bottom(t.gap * 1.5F);
  if (w::key(ui, again.middle(std::min(again.w, t.body * 24.F), again.h),
             {.id = "again", .label = view.again_label, .icon = w::Icon::search})) {
    outcome = session::VerifyCertificate{};
  }

  w::panel(ui, body);
  // A number alone would be lost on a half of its own.
  if (view.facts.size() <= 1) {
    verdict(ui, body, view, view.facts.empty() ? nullptr : view.facts.data());
    return outcome;
  }
  w::Rect rest = body;
  // On a low panel what is known has its lines before the sign has room.
  float const lines = facts_height(ui, view.facts.size()) + t.pad * 2;
  float const high = std::min(rest.h * 0.46F, std::max(verdict_height(ui, view, rest.w), rest.h - lines));
  w::Rect const head = t.display.portrait() ? rest.cut_top(high) : rest.cut_left(rest.w * 0.42F);
  verdict(ui, head, view, nullptr);
  w::Rect const list = rest.inset(t.pad * 1.6F, t.pad);
  facts(ui, list.middle(list.w, facts_height(ui, view.facts.size()) * 1.5F), view.facts, t.lead);
  return outcome;
}

}  // namespace ce::screens
