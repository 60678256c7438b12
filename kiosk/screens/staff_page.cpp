#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/staff_parts.h"
#include "kiosk/widgets/key.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// How much of a long way is behind; the words for it stand in the title.
void way(w::Ui& ui, w::Rect& body, std::optional<float> const& behind) {
  if (!behind) return;
  w::bar(ui, "way", body.cut_top(ui.theme().body * 0.5F), *behind);
  body.cut_top(ui.theme().gap);
}

/// One of several ways to see the page.
Outcome choices(w::Ui& ui, w::Rect& body, std::vector<present::StaffKeyView> const& keys) {
  if (keys.empty()) return {};
  w::Theme const& t = ui.theme();
  Outcome outcome;
  w::Rect const bar = body.cut_top(t.key);
  body.cut_top(t.gap);
  auto const count = static_cast<int>(keys.size());
  for (int i = 0; i < count; ++i) {
    auto const& key = keys[static_cast<std::size_t>(i)];
    if (w::tab_key(ui, bar.column(i, count, t.gap), key.id, key.label, key.chosen)) outcome = key.touch;
  }
  return outcome;
}

float note_height(w::Ui const& ui, present::StaffPageView const& view, float width) {
  return view.note ? staff_note_height(ui, *view.note, width) : 0;
}

void note(w::Ui& ui, w::Rect& body, present::StaffPageView const& view, float most) {
  if (!view.note) return;
  staff_note(ui, body.cut_top(std::min(most, note_height(ui, view, body.w))), *view.note);
  body.cut_top(ui.theme().gap);
}

w::TextStyle large(w::Theme const& t) {
  return {t.title, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::top, 2};
}

/// Whether nothing but what is said is on the page.
bool says_alone(present::StaffPageView const& view) {
  return view.rows.empty() && view.cards.empty() && view.paging.pages <= 1;
}

w::TextStyle plain(w::Theme const& t, present::StaffPageView const& view) {
  float const em = says_alone(view) ? t.lead : t.body;
  return {em, t.palette.ink, w::Weight::regular, w::Align::left, w::Stand::top, 0};
}

float between_sentences(w::Theme const& t, present::StaffPageView const& view) {
  return t.body * (says_alone(view) ? 0.8F : 0.5F);
}

float inner_width(w::Theme const& t, float width) {
  return width - t.pad * 3;
}

/// Of the card with headline and sentences; 0 where there are none.
float sentences_height(w::Ui const& ui, present::StaffPageView const& view, float width) {
  if (view.headline.empty() && view.sentences.empty()) return 0;
  w::Theme const& t = ui.theme();
  float const wide = inner_width(t, width);
  float const between = between_sentences(t, view);
  float tall = view.headline.empty() ? 0 : ui.height_of(view.headline, large(t), wide) + between;
  for (auto const& line : view.sentences) tall += ui.height_of(line, plain(t, view), wide) + between;
  return tall - between + t.pad * 2;
}

void sentences(w::Ui& ui, w::Rect& body, present::StaffPageView const& view) {
  float const tall = std::min(body.h, sentences_height(ui, view, body.w));
  if (tall <= 0) return;
  w::Theme const& t = ui.theme();
  float const wide = inner_width(t, body.w);
  float const between = between_sentences(t, view);
  w::Rect const card = body.cut_top(tall);
  body.cut_top(t.gap);
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 1.5F, t.pad);
  if (!view.headline.empty()) {
    ui.text(inner.cut_top(ui.height_of(view.headline, large(t), wide)), view.headline, large(t));
    inner.cut_top(between);
  }
  for (auto const& line : view.sentences) {
    ui.text(inner.cut_top(ui.height_of(line, plain(t, view), wide)), line, plain(t, view));
    inner.cut_top(between);
  }
}

/// What is said alone on a page stands in its middle, in lines that one can read.
w::Rect middle_for_words(w::Ui const& ui, w::Rect const& body, present::StaffPageView const& view) {
  w::Theme const& t = ui.theme();
  if (!says_alone(view)) return body;
  w::Rect const column = body.middle(std::min(body.w, t.body * 46.F), body.h);
  float const said = sentences_height(ui, view, column.w);
  float const noted = note_height(ui, view, column.w);
  return column.middle(column.w, std::min(body.h, noted + said + (noted > 0 && said > 0 ? t.gap : 0)));
}

/// What a list is of, and what one should know of it: on the ground, for on a card it would look like one of
/// the list.
float heading_height(w::Ui const& ui, present::StaffPageView const& view, float width) {
  w::Theme const& t = ui.theme();
  float const head = view.headline.empty() ? 0 : ui.height_of(view.headline, large(t), width);
  float const noted = note_height(ui, view, width);
  return head + noted + (head > 0 && noted > 0 ? t.body * 0.4F : 0) + (head + noted > 0 ? t.gap : 0);
}

void heading(w::Ui& ui, w::Rect& body, present::StaffPageView const& view) {
  w::Theme const& t = ui.theme();
  if (!view.headline.empty()) {
    ui.text(body.cut_top(ui.height_of(view.headline, large(t), body.w)), view.headline, large(t));
    body.cut_top(view.note ? t.body * 0.4F : t.gap);
  }
  note(ui, body, view, body.h * 0.5F);
}

/// Upright, what is chosen from stands where hands reach, as near the foot as it goes, and what is said of it
/// right above: eyes and finger need not part.
w::Rect in_reach(w::Ui const& ui, w::Rect const& body, present::StaffPageView const& view) {
  if (!ui.theme().display.portrait()) return body;
  float const above = heading_height(ui, view, body.w);
  w::Rect rest = body;
  rest.cut_top(above);
  w::Rect whole = body;
  return whole.cut_bottom(above + staff_cards_height(ui, rest, view));
}

/// Likewise the ways to see a list, with the list under them; they stay where they are, however long it is.
w::Rect ways_in_reach(w::Ui const& ui, w::Rect const& body, present::StaffPageView const& view) {
  w::Theme const& t = ui.theme();
  if (view.choices.empty() || !t.display.portrait()) return body;
  w::Rect whole = body;
  return whole.cut_bottom((t.key + t.gap) * 2 + staff_rows_height(ui, body, view));
}

Outcome pages(w::Ui& ui, w::Rect& body, present::PageView const& paging) {
  if (paging.pages <= 1) return {};
  auto const turned = pager(ui, body.cut_bottom(ui.theme().key), paging);
  body.cut_bottom(ui.theme().gap);
  if (!turned) return {};
  return session::StaffTouch{session::StaffKey::turn, std::get<session::TurnPage>(*turned).by};
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::StaffPageView const& view) {
  Outcome outcome;
  auto const take = [&outcome](Outcome did) {
    if (did) outcome = std::move(did);
  };
  way(ui, body, view.way);
  take(staff_keys(ui, body, view.keys));
  if (view.spot) {
    take(staff_spot(ui, body, view));
    return outcome;
  }
  body = ways_in_reach(ui, body, view);
  take(choices(ui, body, view.choices));
  if (view.typing != present::StaffTyping::none) {
    take(staff_typing(ui, body, view));
    return outcome;
  }
  take(pages(ui, body, view.paging));
  if (!view.cards.empty()) {
    body = in_reach(ui, body, view);
    heading(ui, body, view);
    take(staff_cards(ui, body, view));
    return outcome;
  }
  w::Rect words = middle_for_words(ui, body, view);
  bool const alone = words.h < body.h;
  w::Rect& said = alone ? words : body;
  note(ui, said, view, said.h * (alone ? 1.F : 0.5F));
  sentences(ui, said, view);
  staff_rows(ui, body, view);
  return outcome;
}

}  // namespace ce::screens
