#include <algorithm>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/staff_parts.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

w::TextStyle hint_style(w::Theme const& t) {
  return {t.body, t.palette.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 0};
}

/// An upright panel has room for two side by side, and for three where their words are short: none stands
/// alone then.
int key_columns(w::Ui const& ui, float width, std::vector<present::StaffKeyView> const& keys) {
  w::Theme const& t = ui.theme();
  auto const count = static_cast<int>(keys.size());
  if (!t.display.portrait()) return std::min(count, 4);
  float const third = (width - t.gap * 2) / 3;
  bool const are_short = std::all_of(keys.begin(), keys.end(), [&](auto const& key) {
    return ui.width_of(key.label, t.lead, w::Weight::bold) + t.lead * 3.F <= third;
  });
  return std::min(count, count == 3 && are_short ? 3 : 2);
}

void row(w::Ui& ui, w::Rect const& box, present::StaffRowView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::TextStyle const fine{t.caption, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::top, 0};
  float const head_high = t.body * 1.7F;
  float const text_high = view.text.empty() ? 0 : ui.height_of(view.text, fine, box.w) + t.body * 0.2F;
  w::Rect block = box.middle(box.w, std::min(box.h, head_high + text_high));
  w::Rect head = block.cut_top(head_high);
  if (!view.state.text.empty()) {
    float const wide = std::min(w::badge_width(ui, view.state.text), head.w * 0.6F);
    w::badge(ui, head.cut_right(wide), view.state.text, meaning_of(view.state.tone), w::Align::right);
    head.cut_right(t.body * 0.5F);
  }
  ui.text(head, view.label, {t.body, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
  block.cut_top(t.body * 0.2F);
  if (!view.text.empty()) ui.text(block, view.text, fine);
}

/// How a thing is, at the right of its card, and what lies between it and the words; 0 where that is not
/// said.
float state_width(w::Ui const& ui, present::StaffKeyView const& card, w::Rect const& box) {
  if (!card.state || card.state->text.empty()) return 0;
  float const most = box.w * 0.4F;
  return std::min(w::badge_width(ui, card.state->text), most) + ui.theme().body * 0.6F;
}

/// One size for the labels of all cards of a page, larger where they are high: what the longest has room for.
float card_em(w::Ui const& ui, w::Rect const& box, std::vector<present::StaffKeyView> const& cards) {
  w::Theme const& t = ui.theme();
  float em = box.h > t.body * 8 ? t.title * 1.15F : t.title;
  auto const fits = [&](present::StaffKeyView const& card) {
    return ui.width_of(card.label, em, w::Weight::bold) + state_width(ui, card, box) <=
           w::card_key_room(ui, box, em);
  };
  while (em > t.body && !std::all_of(cards.begin(), cards.end(), fits)) em *= 0.96F;
  return em;
}

Outcome card(w::Ui& ui, w::Rect const& box, present::StaffKeyView const& view, float em) {
  w::KeyLook const look = view.main ? w::KeyLook::primary : w::KeyLook::secondary;
  w::KeySpec const spec{.id = view.id,
                        .label = view.label,
                        .icon = icon_of(view.sign),
                        .look = look,
                        .enabled = view.enabled,
                        .em = em,
                        .kept = state_width(ui, view, box)};
  bool const pressed = w::card_key(ui, box, spec, view.hint);
  if (spec.kept > 0) {
    float const apart = ui.theme().body * 0.6F;
    w::Rect line = w::card_key_state(ui, box, spec, view.hint);
    line.cut_left(apart);
    line = line.middle(line.w, std::max(line.h, ui.theme().caption * 1.7F));
    w::badge(ui, line, view.state->text, meaning_of(view.state->tone), w::Align::right);
  }
  if (pressed) return view.touch;
  return {};
}

struct Grid {
  int columns = 1;
  int lines = 1;
  float tall = 0;  // of a card
};

/// A short last page has its cards where the others have them: room for `rows_least` is kept.
Grid grid_of(w::Ui const& ui, w::Rect const& box, present::StaffPageView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  int const kept = std::max(static_cast<int>(view.cards.size()), view.rows_least);
  int const columns = !portrait && kept > 1 ? 2 : 1;
  int const lines = (kept + columns - 1) / columns;
  float const room = (box.h - t.gap * static_cast<float>(lines - 1)) / static_cast<float>(lines);
  // Few of them are larger: a page of four does not hang in a wide panel's upper half, and upright it is more
  // than a strip at its foot.
  float const most = t.body * (portrait ? (kept <= 4 ? 8.F : 6.5F) : lines == 1 ? 13.F : 10.F);
  // Two or three have their first within the lower half of the glass, however small it is.
  float const low = box.bottom() - ui.screen().h / 2;
  bool const few = portrait && kept <= 3;
  float const reach = (low - t.gap * static_cast<float>(lines - 1)) / (static_cast<float>(lines) - 0.5F);
  return {columns, lines, std::min({room, most, few ? std::max(reach, t.target) : most})};
}

/// Of so many lines in that box; few of them are higher upright, where there is room.
float row_height(w::Theme const& t, w::Rect const& box, int lines) {
  float const most = t.body * (t.display.portrait() ? 7.F : 5.6F);
  return std::min(most, (box.h - t.pad) / static_cast<float>(lines));
}

}  // namespace

w::Icon icon_of(present::StaffSign sign) {
  switch (sign) {
    case present::StaffSign::none:
      return w::Icon::none;
    case present::StaffSign::health:
      return w::Icon::health;
    case present::StaffSign::prints:
      return w::Icon::unknown;
    case present::StaffSign::paper:
      return w::Icon::sheet;
    case present::StaffSign::printer:
      return w::Icon::print;
    case present::StaffSign::pause:
      return w::Icon::pause;
    case present::StaffSign::resume:
      return w::Icon::resume;
    case present::StaffSign::log:
      return w::Icon::log;
    case present::StaffSign::machine:
      return w::Icon::power;
    case present::StaffSign::settings:
      return w::Icon::settings;
    case present::StaffSign::yes:
      return w::Icon::check;
    case present::StaffSign::no:
      return w::Icon::cross;
    case present::StaffSign::add:
      return w::Icon::add;
    case present::StaffSign::training:
      return w::Icon::school;
    case present::StaffSign::again:
      return w::Icon::retry;
    case present::StaffSign::search:
      return w::Icon::search;
    case present::StaffSign::option:
      return w::Icon::circle;
    case present::StaffSign::touch:
      return w::Icon::touch;
    case present::StaffSign::sound:
      return w::Icon::speaker;
    case present::StaffSign::clock:
      return w::Icon::clock;
    case present::StaffSign::home:
      return w::Icon::home;
    case present::StaffSign::card:
      return w::Icon::card;
    case present::StaffSign::network:
      return w::Icon::online;
    case present::StaffSign::skip:
      return w::Icon::next;
  }
  return w::Icon::none;
}

float staff_note_height(w::Ui const& ui, present::Tagged const& said, float width) {
  if (said.tone != present::Tone::neutral) return w::strip_height(ui, said.text, width);
  return ui.height_of(said.text, hint_style(ui.theme()), width);
}

void staff_note(w::Ui& ui, w::Rect const& box, present::Tagged const& said) {
  if (said.tone != present::Tone::neutral) return w::strip(ui, box, said.text, meaning_of(said.tone));
  ui.text(box, said.text, hint_style(ui.theme()));
}

Outcome staff_keys(w::Ui& ui, w::Rect& body, std::vector<present::StaffKeyView> const& keys) {
  if (keys.empty()) return {};
  w::Theme const& t = ui.theme();
  Outcome outcome;
  auto const count = static_cast<int>(keys.size());
  int const columns = key_columns(ui, body.w, keys);
  int const lines = (count + columns - 1) / columns;
  float const gaps = t.gap * static_cast<float>(lines - 1);
  float const most = t.body * 22.F;  // of one key; they stand together in the middle
  w::Rect const row = body.cut_bottom(t.key * static_cast<float>(lines) + gaps);
  w::Rect const box = row.middle((most + t.gap) * static_cast<float>(columns) - t.gap, row.h);
  body.cut_bottom(t.gap);
  for (int i = 0; i < count; ++i) {
    auto const& key = keys[static_cast<std::size_t>(i)];
    w::Rect const at = box.row(i / columns, lines, t.gap).column(i % columns, columns, t.gap);
    w::KeySpec const spec{.id = key.id,
                          .label = key.label,
                          .icon = icon_of(key.sign),
                          .look = key.main ? w::KeyLook::primary : w::KeyLook::secondary,
                          .enabled = key.enabled};
    if (w::key(ui, at, spec)) outcome = key.touch;
  }
  return outcome;
}

void staff_rows(w::Ui& ui, w::Rect const& box, present::StaffPageView const& view) {
  if (view.rows.empty()) return;
  w::Theme const& t = ui.theme();
  auto const count = static_cast<int>(view.rows.size());
  int const kept = std::max(count, view.rows_least);
  int const columns = !t.display.portrait() && kept > 4 && view.rows_least <= 1 ? 2 : 1;
  int const lines = (kept + columns - 1) / columns;
  float const tall = row_height(t, box, lines);
  w::Rect const list{box.x, box.y, box.w, tall * static_cast<float>(lines) + t.pad};
  for (int column = 0; column < columns; ++column) {
    w::Rect const card_box = list.column(column, columns, t.gap);
    w::panel(ui, card_box);
    w::Rect const inner = card_box.inset(t.pad * 1.1F, t.pad * 0.5F);
    for (int line = 0; line < lines; ++line) {
      int const i = column * lines + line;
      if (i >= count) break;
      w::Rect const at = inner.row(line, lines, 0);
      if (line > 0) ui.brush().line({at.x, at.y}, {at.right(), at.y}, t.palette.line, t.hairline);
      row(ui, at.inset(0, t.body * 0.15F), view.rows[static_cast<std::size_t>(i)]);
    }
  }
}

float staff_rows_height(w::Ui const& ui, w::Rect const& box, present::StaffPageView const& view) {
  w::Theme const& t = ui.theme();
  int const lines = std::max(static_cast<int>(view.rows.size()), view.rows_least);
  return row_height(t, box, lines) * static_cast<float>(lines) + t.pad;
}

float staff_cards_height(w::Ui const& ui, w::Rect const& box, present::StaffPageView const& view) {
  if (view.cards.empty()) return 0;
  auto const grid = grid_of(ui, box, view);
  return grid.tall * static_cast<float>(grid.lines) + ui.theme().gap * static_cast<float>(grid.lines - 1);
}

Outcome staff_cards(w::Ui& ui, w::Rect const& box, present::StaffPageView const& view) {
  auto const& cards = view.cards;
  if (cards.empty()) return {};
  w::Theme const& t = ui.theme();
  Outcome outcome;
  auto const [columns, lines, tall] = grid_of(ui, box, view);
  float const em = card_em(ui, w::Rect{box.x, box.y, box.w, tall}.column(0, columns, t.gap), cards);
  for (int i = 0; i < static_cast<int>(cards.size()); ++i) {
    int const down = i / columns;
    w::Rect const line{box.x, box.y + static_cast<float>(down) * (tall + t.gap), box.w, tall};
    if (auto did =
            card(ui, line.column(i % columns, columns, t.gap), cards[static_cast<std::size_t>(i)], em)) {
      outcome = did;
    }
  }
  return outcome;
}

}  // namespace ce::screens
