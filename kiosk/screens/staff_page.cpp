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

void note(w::Ui& ui, w::Rect& body, std::optional<present::Tagged> const& said) {
  if (!said) return;
  float const tall = std::min(body.h * 0.5F, staff_note_height(ui, *said, body.w));
  staff_note(ui, body.cut_top(tall), *said);
  body.cut_top(ui.theme().gap);
}

/// A headline and sentences: alone on a page they stand on a card.
void sentences(w::Ui& ui, w::Rect& body, present::StaffPageView const& view) {
  if (view.headline.empty() && view.sentences.empty()) return;
  w::Theme const& t = ui.theme();
  w::TextStyle const large{t.title, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::top, 2};
  w::TextStyle const plain{t.body, t.palette.ink, w::Weight::regular, w::Align::left, w::Stand::top, 0};
  float const wide = body.w - t.pad * 3;
  float const between = t.body * 0.5F;
  float tall = view.headline.empty() ? 0 : ui.height_of(view.headline, large, wide) + between;
  for (auto const& line : view.sentences) tall += ui.height_of(line, plain, wide) + between;
  w::Rect const card = body.cut_top(std::min(body.h, tall + t.pad * 2));
  body.cut_top(t.gap);
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 1.5F, t.pad);
  if (!view.headline.empty()) {
    ui.text(inner.cut_top(ui.height_of(view.headline, large, wide)), view.headline, large);
    inner.cut_top(between);
  }
  for (auto const& line : view.sentences) {
    ui.text(inner.cut_top(ui.height_of(line, plain, wide)), line, plain);
    inner.cut_top(between);
  }
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
  take(choices(ui, body, view.choices));
  if (view.typing != present::StaffTyping::none) {
    take(staff_typing(ui, body, view));
    return outcome;
  }
  note(ui, body, view.note);
  sentences(ui, body, view);
  take(pages(ui, body, view.paging));
  staff_rows(ui, body, view);
  take(staff_cards(ui, body, view.cards));
  return outcome;
}

}  // namespace ce::screens
