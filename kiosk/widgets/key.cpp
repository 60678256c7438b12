#include "kiosk/widgets/key.h"

#include <algorithm>

namespace ce::widgets {
namespace {

struct Shown {
  Rect face;  // where label and icon go
  Pair colors;
};

Pair colors_of(Palette const& p, KeySpec const& spec, bool held) {
  if (!spec.enabled) return p.disabled;
  if (spec.look == KeyLook::primary) return held ? p.primary_down : p.primary;
  if (spec.on && !held) return p.primary;
  return held ? p.secondary_down : p.secondary;
}

/// The body of a key: it stands out by its lip and goes down under the finger.
Shown body(Ui& ui, Rect const& box, KeySpec const& spec, bool held) {
  Theme const& t = ui.theme();
  Palette const& p = t.palette;
  Brush const& brush = ui.brush();
  Pair const colors = colors_of(p, spec, held);
  if (p.flat || spec.look == KeyLook::quiet || !spec.enabled) {
    brush.fill(box, colors.ground, t.key_radius);
    brush.stroke(box, colors.edge, t.key_radius, t.hairline * (p.flat && spec.enabled ? 2.F : 1.F));
    return {box, colors};
  }
  float const lip = std::max(2.F, t.body * 0.11F);
  if (!held)
    brush.shadow(box.inset(t.body * 0.2F, 0).moved(0, t.body * 0.22F), t.body * 1.1F,
                 with_alpha(p.shadow, 0.3F));
  Rect const face{box.x, box.y + (held ? lip : 0), box.w, box.h - lip};
  if (!held) {
    brush.fill(box, spec.look == KeyLook::primary ? p.primary_down.ground : colors.edge, t.key_radius);
  }
  brush.fill(face, colors.ground, t.key_radius);
  if (spec.look != KeyLook::primary) brush.stroke(face, colors.edge, t.key_radius, t.hairline);
  return {face, colors};
}

void face(Ui& ui, Rect box, KeySpec const& spec, Color ink) {
  Theme const& t = ui.theme();
  float const em = spec.em > 0 ? spec.em : t.lead;
  TextStyle style{em, ink, Weight::bold, Align::centre, Stand::middle, 1, 0.6F};
  if (spec.icon == Icon::none) {
    ui.text(box.inset(em * 0.4F, 0), spec.label, style);
    return;
  }
  float const icon_em = em * 1.25F;
  if (spec.stacked) {
    float const block = icon_em + em * 1.3F;
    Rect column = box.middle(box.w - em * 0.4F, std::min(block, box.h));
    Rect const top = column.cut_top(icon_em);
    ui.icon(top.centre(), spec.icon, icon_em, ink);
    ui.text(column, spec.label, style);
    return;
  }
  float const between = em * 0.35F;
  float const room = box.w - em * 0.9F - icon_em - between;
  // A word that its sign would cut off has the key alone; the signs of what is chosen or switched stay.
  float const least = std::max(t.least_type, em * style.shrink);
  bool const worded = !spec.label.empty() && spec.look != KeyLook::quiet;
  if (worded && ui.width_of(spec.label, least, Weight::bold) > room) {
    ui.text(box.inset(em * 0.4F, 0), spec.label, style);
    return;
  }
  float const wide = std::min(room, ui.width_of(spec.label, em, Weight::bold));
  float const left = box.x + (box.w - icon_em - between - wide) / 2;
  float const icon_x = spec.icon_last ? left + wide + between : left;
  ui.icon({icon_x + icon_em / 2, box.centre().y}, spec.icon, icon_em, ink);
  style.align = Align::left;
  ui.text({spec.icon_last ? left : left + icon_em + between, box.y, wide + 1, box.h}, spec.label, style);
}

// What is chosen carries a mark beside its fill: colour is never the only cue.
bool marked_key(Ui& ui, Rect const& box, KeySpec shown, Target::Role role) {
  Press const press =
      ui.target({std::string(shown.id), std::string(shown.label), box, shown.enabled, role, shown.on});
  shown.look = KeyLook::quiet;
  Shown const at = body(ui, box, shown, press.held);
  face(ui, at.face, shown, at.colors.ink);
  return press.clicked;
}

}  // namespace

bool key(Ui& ui, Rect const& box, KeySpec const& spec) {
  Press const press = ui.target(spec.id, spec.name.empty() ? spec.label : spec.name, box, spec.enabled);
  Shown const shown = body(ui, box, spec, press.held);
  face(ui, shown.face, spec, shown.colors.ink);
  return press.clicked;
}

bool toggle_key(Ui& ui, Rect const& box, KeySpec const& spec) {
  KeySpec shown = spec;
  shown.icon = spec.on ? Icon::check_circle : Icon::circle;
  return marked_key(ui, box, shown, Target::Role::toggle);
}

bool choice_key(Ui& ui, Rect const& box, KeySpec const& spec) {
  KeySpec shown = spec;
  if (spec.on) shown.icon = Icon::check;
  return marked_key(ui, box, shown, Target::Role::choice);
}

namespace {

float disc_of(Theme const& t, Rect const& face, float em) {
  return std::min(em * 2.3F, face.inset(t.pad, t.pad * 0.6F).h);
}

float arrow_of(Theme const& t) {
  return t.body * 1.4F;
}

}  // namespace

float card_key_room(Ui const& ui, Rect const& box, float em) {
  Theme const& t = ui.theme();
  return box.w - t.pad * 2.8F - disc_of(t, box, em) - arrow_of(t);
}

namespace {

/// What a card's words have of its face.
struct CardWords {
  TextStyle label, hint;
  Rect label_at, hint_at;
};

CardWords card_words(Ui const& ui, Rect const& face, KeySpec const& spec, std::string_view hint) {
  Theme const& t = ui.theme();
  bool const large = spec.em > t.title;
  float const em = spec.em > 0 ? spec.em : t.title;
  CardWords words{{em, {}, Weight::bold, Align::left, Stand::bottom, 1},
                  {large ? t.body : t.caption, {}, Weight::regular, Align::left, Stand::top, 2},
                  {},
                  {}};
  Rect inner = face.inset(t.pad, t.pad * 0.6F);
  inner.cut_left(disc_of(t, face, em) + t.pad * 0.8F);
  inner.cut_right(arrow_of(t));
  if (hint.empty()) {
    words.label.stand = Stand::middle;
    words.label_at = inner;
    return words;
  }
  float const between = t.body * 0.3F;
  Rect block = inner.middle(inner.w, em * 1.15F + between + ui.height_of(hint, words.hint, inner.w));
  words.label_at = block.cut_top(em * 1.15F);
  block.cut_top(between);
  words.hint_at = block;
  return words;
}

}  // namespace

Rect card_key_state(Ui const& ui, Rect const& box, KeySpec const& spec, std::string_view hint) {
  Rect line = card_words(ui, box, spec, hint).label_at;
  return line.cut_right(spec.kept);
}

bool card_key(Ui& ui, Rect const& box, KeySpec const& spec, std::string_view hint) {
  Theme const& t = ui.theme();
  Press const press = ui.target(spec.id, spec.label, box, spec.enabled);
  Shown const shown = body(ui, box, spec, press.held);
  Rect inner = shown.face.inset(t.pad, t.pad * 0.6F);
  float const disc = disc_of(t, shown.face, spec.em > 0 ? spec.em : t.title);
  Point const at{inner.x + disc / 2, inner.centre().y};
  Pair const sign = spec.look == KeyLook::primary ? Pair{t.palette.primary.ground, t.palette.primary.ink, 0}
                                                  : t.palette.primary;
  ui.brush().disc(at, disc / 2, sign.ground);
  ui.icon(at, spec.icon, disc * 0.56F, sign.ink);
  ui.icon(inner.cut_right(arrow_of(t)).centre(), Icon::next, t.body * 1.5F, shown.colors.ink);
  auto words = card_words(ui, shown.face, spec, hint);
  words.label.ink = words.hint.ink = shown.colors.ink;
  words.label_at.cut_right(spec.kept);
  ui.text(words.label_at, spec.label, words.label);
  if (!hint.empty()) ui.text(words.hint_at, hint, words.hint);
  return press.clicked;
}

float tab_width(Ui const& ui, std::string_view label, bool marked) {
  Theme const& t = ui.theme();
  return ui.width_of(label, t.lead, Weight::bold) + t.body * (marked ? 2.1F : 0.75F);
}

bool tab_key(Ui& ui, Rect const& box, std::string_view id, std::string_view label, bool chosen, bool marked,
             std::string_view shown) {
  Theme const& t = ui.theme();
  Press const press =
      ui.target({std::string(id), std::string(label), box, true, Target::Role::choice, chosen});
  Palette const& p = t.palette;
  Pair const colors = chosen ? p.primary : press.held ? p.secondary_down : p.secondary;
  ui.brush().fill(box, colors.ground, t.key_radius);
  ui.brush().stroke(box, colors.edge, t.key_radius, t.hairline * (p.flat ? 2.F : 1.F));
  Weight const weight = chosen ? Weight::bold : Weight::regular;
  Rect face = box.inset(t.body * 0.3F, 0);
  if (!shown.empty()) label = shown;
  if (marked) {
    face = face.middle(ui.width_of(label, t.lead, weight) + t.body * 1.4F, face.h);
    ui.icon(face.cut_left(t.body * 1.2F).centre(), Icon::check_circle, t.body * 1.1F, colors.ink);
    face.cut_left(t.body * 0.15F);
  }
  ui.text(face, label, {t.lead, colors.ink, weight, Align::centre, Stand::middle, 2});
  return press.clicked && !chosen;
}

}  // namespace ce::widgets
