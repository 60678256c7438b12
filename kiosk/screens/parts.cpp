#include "kiosk/screens/parts.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;

w::Meaning meaning_of(present::Tone tone) {
  switch (tone) {
    case present::Tone::neutral:
      return w::Meaning::neutral;
    case present::Tone::good:
      return w::Meaning::good;
    case present::Tone::notice:
      return w::Meaning::notice;
    case present::Tone::bad:
      return w::Meaning::bad;
  }
  return w::Meaning::neutral;
}

namespace {

constexpr float under_headline = 0.55F;  // of body

w::TextStyle large_style(w::Theme const& t, float em) {
  return {em > 0 ? em : t.headline, t.palette.ink, w::Weight::bold, w::Align::centre, w::Stand::top, 2};
}

w::TextStyle small_style(w::Theme const& t) {
  return {t.body, t.palette.ink_soft, w::Weight::regular, w::Align::centre, w::Stand::top, 3};
}

}  // namespace

float headline_height(w::Ui const& ui, float width, std::string_view first, std::string_view second,
                      float em) {
  w::Theme const& t = ui.theme();
  float const tall = ui.height_of(first, large_style(t, em), width);
  return second.empty() ? tall : tall + t.body * under_headline + ui.height_of(second, small_style(t), width);
}

void headline(w::Ui& ui, w::Rect& box, std::string_view first, std::string_view second, float em) {
  w::Theme const& t = ui.theme();
  ui.text(box.cut_top(ui.height_of(first, large_style(t, em), box.w)), first, large_style(t, em));
  if (second.empty()) return;
  box.cut_top(t.body * under_headline);
  ui.text(box.cut_top(ui.height_of(second, small_style(t), box.w)), second, small_style(t));
}

bool is_low(w::Ui const& ui) {
  w::Theme const& t = ui.theme();
  return t.display.portrait() && ui.screen().h < t.body * 46.F;
}

w::Rect sign_card(w::Ui& ui, w::Rect const& body, std::string_view first, std::string_view second) {
  w::Theme const& t = ui.theme();
  float const wide = std::min(body.w, t.body * (t.display.portrait() ? 44.F : 34.F));  // as a failure's card
  float const words = headline_height(ui, wide - t.pad * 4, first, second);
  float const between = t.body * 1.4F;
  float const around = t.pad * 6;
  float const high = std::clamp(body.h - words - between - around, t.body * 3.F, t.body * 10.F);
  w::Rect const card = body.middle(wide, high + between + words + around);
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 2, t.pad * 3);
  w::Rect const sign = inner.cut_top(high);
  inner.cut_top(between);
  headline(ui, inner, first, second);
  return sign;
}

float person_height(w::Ui const& ui) {
  w::Theme const& t = ui.theme();
  float const lines = t.few_things() ? (is_low(ui) ? 2.7F : 3.4F) : 4.6F;
  return std::max(t.body * lines, t.target + t.pad * 1.2F);
}

void person(w::Ui& ui, w::Rect const& box, present::PersonView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::panel(ui, box);
  w::Rect inner = box.inset(t.pad, t.pad * 0.55F);

  float const key_wide =
      std::max(t.target, ui.width_of(view.hold_hint, t.caption, w::Weight::bold) + t.body * 3.F);
  w::Rect const reveal =
      inner.cut_right(std::min(key_wide, inner.w * 0.34F)).middle(1e6F, std::max(t.target, t.body * 2.2F));
  inner.cut_right(t.gap);
  w::Press const press = ui.target({"reveal", view.hold_hint, reveal, true, w::Target::Role::hold});
  w::Pair const key = press.held ? p.secondary_down : p.secondary;
  ui.brush().fill(reveal, key.ground, t.key_radius);
  ui.brush().stroke(reveal, key.edge, t.key_radius, t.hairline * (p.flat ? 2.F : 1.F));
  w::Rect face = reveal.inset(t.body * 0.5F, 0);
  ui.icon(face.cut_left(t.body * 1.3F).centre(), w::Icon::eye, t.body * 1.3F, key.ink);
  face.cut_left(t.body * 0.3F);
  ui.text(face, view.hold_hint, {t.caption, key.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2});

  float const disc = std::min(inner.h, t.body * 3.F);
  w::Point const at{inner.x + disc / 2, inner.centre().y};
  ui.brush().disc(at, disc / 2, p.flat ? p.card : p.secondary_down.ground);
  if (p.flat) ui.brush().circle(at, disc / 2 - 1, p.line, 2);
  ui.icon(at, w::Icon::person, disc * 0.66F, p.secondary.ink);
  inner.cut_left(disc + t.pad * 0.8F);

  std::string_view const name = press.held ? view.full_name : view.masked_name;
  std::string_view const number = press.held ? view.full_number : view.masked_number;
  w::TextStyle const strong{t.title, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1};
  w::TextStyle const plain{t.body, p.ink, w::Weight::regular, w::Align::left, w::Stand::middle, 1};
  float const together =
      ui.width_of(name, t.title, w::Weight::bold) + ui.width_of(number, t.body, w::Weight::regular) + t.body;
  if (together > inner.w) {
    w::TextStyle stacked = strong;
    stacked.em = t.lead;
    ui.text(inner.cut_top(inner.h * 0.55F), name, stacked);
    ui.text(inner, number, plain);
    return;
  }
  // Fewer things in large type: who one works for is no news.
  bool const employed = !view.employer.empty() && !t.few_things();
  w::Rect first = inner.cut_top(inner.h * (employed ? 0.55F : 1.F));
  first.cut_left(ui.text(first, name, strong).w + t.body);
  ui.text(first, number, plain);
  if (!employed) return;
  ui.text(inner, view.employer,
          {t.caption, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1});
}

Outcome pager(w::Ui& ui, w::Rect const& box, present::PageView const& view) {
  if (view.pages <= 1) return {};
  w::Theme const& t = ui.theme();
  w::Rect middle = box;
  float const wide = std::max(t.target, std::min(box.w * 0.33F, t.body * 6.4F));
  Outcome outcome;
  if (w::key(ui, middle.cut_left(wide),
             {.id = "previous_page",
              .label = view.previous_label,
              .icon = w::Icon::previous,
              .look = w::KeyLook::secondary,
              .enabled = view.page > 0,
              .em = t.body})) {
    outcome = session::TurnPage{-1};
  }
  if (w::key(ui, middle.cut_right(wide),
             {.id = "next_page",
              .label = view.next_label,
              .icon = w::Icon::next,
              .look = w::KeyLook::secondary,
              .enabled = view.page + 1 < view.pages,
              .icon_last = true,
              .em = t.body})) {
    outcome = session::TurnPage{1};
  }
  ui.text(middle.inset(t.gap, 0), view.label,
          {t.body, t.palette.ink, w::Weight::regular, w::Align::centre, w::Stand::middle, 1});
  return outcome;
}

Swipe swipe(w::Ui const& ui, w::Rect const& box, present::PageView const& view) {
  auto const drawn = ui.drawn_along(box);
  if (view.pages <= 1 || !drawn) return {};
  w::Theme const& t = ui.theme();
  // To the side and not down, by half a finger before anything moves and by a finger before it counts.
  float const finger = 12.7F * t.display.px_per_mm;
  float const along = std::abs(drawn->x);
  if (along < finger * 0.5F || along < std::abs(drawn->y) * 2) return {};
  int const by = drawn->x < 0 ? 1 : -1;
  bool const more = by > 0 ? view.page + 1 < view.pages : view.page > 0;
  Swipe result;
  if (ui.touched()) {
    if (more && along >= finger) result.outcome = session::TurnPage{by};
  } else if (!t.calm()) {
    // Where there is no further page it gives a little and no more.
    result.pull = std::clamp(drawn->x, -box.w, box.w) * (more ? 1.F : 0.15F);
  }
  return result;
}

float facts_height(w::Ui const& ui, std::size_t count) {
  return ui.theme().body * 2.1F * static_cast<float>(count);
}

namespace {

float widest_label(w::Ui const& ui, std::vector<present::FactView> const& list, float em) {
  float most = 0;
  for (auto const& fact : list) most = std::max(most, ui.width_of(fact.label, em, w::Weight::regular));
  return most;
}

constexpr float behind_label = 1.2F;  // of body
constexpr float labels_most = 0.44F;  // of the width

}  // namespace

float facts_width(w::Ui const& ui, std::vector<present::FactView> const& list) {
  float const body = ui.theme().body;
  float value = 0;
  for (auto const& fact : list) value = std::max(value, ui.width_of(fact.value, body, w::Weight::bold));
  return widest_label(ui, list, body) + body * behind_label + value;
}

bool facts_fit(w::Ui const& ui, std::vector<present::FactView> const& list, float width) {
  w::Theme const& t = ui.theme();
  float const label = width * labels_most;
  if (widest_label(ui, list, t.least_type) > label) return false;
  float const room = width - std::min(label, widest_label(ui, list, t.body)) - t.body * behind_label;
  w::TextStyle const least{t.least_type, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 0};
  float const two_lines = t.least_type * (1.12F + t.leading) + 1;
  return std::all_of(list.begin(), list.end(),
                     [&](auto const& fact) { return ui.height_of(fact.value, least, room) <= two_lines; });
}

void facts(w::Ui& ui, w::Rect const& box, std::vector<present::FactView> const& list, float em) {
  w::Theme const& t = ui.theme();
  float size = em > 0 ? em : t.body;
  if (widest_label(ui, list, size) > box.w * 0.38F) size = t.body;
  float const label_wide = std::min(widest_label(ui, list, size), box.w * labels_most);
  // All labels are as small as the longest of them has to be.
  float label_em = size;
  while (label_em > t.least_type && widest_label(ui, list, label_em) > label_wide) --label_em;
  float const value_wide = box.w - label_wide - t.body * behind_label;
  auto const wraps = [&](present::FactView const& fact) {
    return ui.width_of(fact.value, size, w::Weight::bold) > value_wide;
  };
  auto const count = static_cast<float>(list.size());
  auto const wrapped = static_cast<float>(std::count_if(list.begin(), list.end(), wraps));
  // A value of two lines has what it needs before the rows are alike.
  float const alike = box.h / std::max(1.F, count);
  float const room = (box.h - (count - wrapped) * size * 1.25F) / std::max(1.F, wrapped);
  float const high = std::max(alike, std::min(size * 3.1F, room));
  float const low = (box.h - wrapped * high) / std::max(1.F, count - wrapped);
  w::Rect rest = box;
  for (auto const& fact : list) {
    w::Rect row = rest.cut_top(wraps(fact) ? high : low);
    if (row.y > box.y) ui.brush().line({row.x, row.y}, {row.right(), row.y}, t.palette.line, t.hairline);
    ui.text(row.cut_left(label_wide), fact.label,
            {label_em, t.palette.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 1});
    row.cut_left(t.body * behind_label);
    ui.text(row, fact.value, {size, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2});
  }
}

}  // namespace ce::screens
