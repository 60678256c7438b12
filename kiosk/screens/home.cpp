#include <algorithm>
#include <array>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/illustration.h"
#include "kiosk/widgets/key.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// The invitation: a dark stage with the card that slides onto the reader, a step a second at most.
void stage(w::Ui& ui, w::Rect const& box, present::HomeView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::Brush const& brush = ui.brush();
  if (!p.flat) brush.shadow(box.moved(0, t.body * 0.25F), t.body * 1.6F, w::with_alpha(p.shadow, 0.35F));
  brush.fill(box, p.head_from, t.radius);
  if (p.flat) brush.stroke(box, p.line, t.radius, 2);
  if (!p.flat) {
    brush.clip(box);
    w::Point const glow{box.centre().x, box.y + box.h * 0.56F};
    brush.glow(glow, std::min(box.w, box.h) * 0.56F, w::with_alpha(w::rgb(0x2A86A8), 0.38F));
    brush.unclip();
  }

  w::Rect inner = box.inset(t.pad * 1.4F, t.pad * 1.5F);
  w::TextStyle const large{t.display_type * 0.82F, p.on_head,     w::Weight::bold,
                           w::Align::centre,       w::Stand::top, 2};
  w::TextStyle const small{t.lead, p.on_head, w::Weight::regular, w::Align::centre, w::Stand::top, 2};
  float const tall = ui.height_of(view.headline, large, inner.w);
  float const lines = ui.height_of(view.subline, small, inner.w);
  float const words = tall + t.body * 0.7F + lines;
  // A picture that nobody would make out leaves the words the middle.
  bool const pictured = inner.h - words - t.body * 0.6F >= t.body * 4.F;
  if (!pictured) inner = inner.middle(inner.w, words);
  ui.text(inner.cut_top(tall), view.headline, large);
  inner.cut_top(t.body * 0.7F);
  ui.text(inner.cut_top(lines), view.subline, small);
  if (!pictured) return;
  inner.cut_top(t.body * 0.6F);

  if (!view.reader_ok) {
    w::great_sign(ui, inner.middle(t.body * 11.F, inner.h), w::Icon::warning, p.notice);
    return;
  }
  // The reader's shadow stays on the stage.
  brush.clip(box);
  if (t.calm()) {
    w::card_on_reader(ui, inner, 0.55F, false);
    brush.unclip();
    return;
  }
  // It lies there longer than it moves: seen in passing, and a machine at rest nearly all the time.
  constexpr std::array lifts{1.F, 0.66F, 0.33F, 0.F};
  constexpr int rest = 7;
  auto const at = static_cast<std::size_t>(ui.beat(1.0, lifts.size(), rest));
  w::card_on_reader(ui, inner, lifts[at], at + 1 == lifts.size());
  brush.unclip();
}

void steps(w::Ui& ui, w::Rect const& box, present::HomeView const& view) {
  std::vector<w::StepMark> marks;
  marks.reserve(view.steps.size());
  for (auto const& step : view.steps) marks.push_back({step, false, false});
  float const row = ui.theme().body * 2.7F;
  if (box.h >= row * static_cast<float>(marks.size())) {
    w::step_list(ui, box, marks);
  } else {
    w::stepper(ui, box.middle(box.w, ui.theme().body * 5.2F), marks);
  }
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::HomeView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  w::Rect lower = body;
  if (portrait) {
    // Where type was made larger the invitation and the keys have it all.
    float const steps_room = t.few_things() ? 0 : t.body * 8.F;
    float const below =
        t.body * (view.notice ? 17.F : 14.F) + steps_room + (t.comfort.elder ? t.body * 3.F : 0);
    stage(ui, lower.cut_top(std::max(body.h * 0.4F, body.h - below)), view);
  } else {
    stage(ui, lower.cut_left(body.w * 0.54F), view);
    lower.cut_left(t.margin);
  }
  if (portrait) lower.cut_top(t.gap * 2);

  if (view.notice) {
    w::Rect const at = lower.cut_top(w::strip_height(ui, view.notice->text, lower.w));
    w::strip(ui, at, view.notice->text, meaning_of(view.notice->tone));
    lower.cut_top(t.gap * 1.5F);
  }
  Outcome outcome;
  // Where a notice and large type leave little room, the keys keep theirs and the steps stay away.
  float const steps_high = t.body * 6.6F;
  float const keys_least = t.body * 4.6F * 2 + t.gap * 3;
  bool const stepped = !t.comfort.elder && lower.h >= keys_least + steps_high;
  float const for_keys = lower.h - t.gap * 3 - (stepped ? steps_high : 0);
  float const wanted = t.comfort.elder ? (portrait ? 7.F : 9.F) : (portrait ? 5.4F : 6.4F);
  // On a wide screen without steps the keys have the whole side.
  bool const alone = !portrait && !stepped;
  float const key_high =
      alone ? (lower.h - t.gap * 1.4F) / 2 : std::min(std::max(t.target, t.body * wanted), for_keys / 2);
  float const em = t.comfort.elder ? t.title * 1.2F : 0;
  w::Rect keys = lower.cut_bottom(key_high * 2 + t.gap * 1.4F);
  if (w::card_key(ui, keys.cut_top(key_high),
                  {.id = "use_number", .label = view.number_label, .icon = w::Icon::dialpad, .em = em},
                  view.number_hint)) {
    outcome = session::UseIdNumber{};
  }
  if (w::card_key(ui, keys.cut_bottom(key_high),
                  {.id = "verify",
                   .label = view.verify_label,
                   .icon = w::Icon::verified,
                   .look = w::KeyLook::secondary,
                   .em = em},
                  view.verify_hint)) {
    outcome = session::VerifyCertificate{};
  }
  if (!stepped) return outcome;
  lower.cut_bottom(t.gap * 1.5F);
  w::panel(ui, lower);
  steps(ui, lower.inset(t.pad), view);
  return outcome;
}

}  // namespace ce::screens
