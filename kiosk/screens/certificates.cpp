#include <algorithm>
#include <string>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

/// What is said beside a certificate's state.
std::string_view said_of(present::CertificateRow const& row) {
  return row.reason.empty() ? row.number : row.reason;
}

float key_width(w::Ui const& ui, float card) {
  w::Theme const& t = ui.theme();
  return std::max(t.target, std::min(t.body * (is_low(ui) ? 5.6F : 7.F), card * 0.3F));
}

/// Whether that card has room for type one step larger; large type is not made larger at the price of lines.
bool has_room_for_larger(w::Ui const& ui, w::Rect const& box, present::CertificateRow const& row) {
  w::Theme const& t = ui.theme();
  if (!t.few_things()) return box.h > t.body * 6.6F;
  float const year = is_low(ui) ? 0 : t.body * 5.2F + t.pad;
  float const key = row.print_label ? key_width(ui, box.w) + t.pad : 0;
  float const beside =
      box.w - t.pad * 2 - year - key - w::badge_width(ui, row.state.text, t.body) - t.body * 0.7F;
  return box.h > t.body * 5.6F && ui.width_of(said_of(row), t.body, w::Weight::regular) <= beside;
}

/// One year: a year block, title and number, state and reason, and the key where it can be printed.
Outcome certificate_card(w::Ui& ui, w::Rect const& box, present::CertificateRow const& row, bool larger) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::panel(ui, box);
  // In a low card the lines come before the margin.
  float const lines_least = t.lead * 1.25F + t.body * 0.3F + t.caption * 1.4F;
  w::Rect inner = box.inset(t.pad, std::clamp((box.h - lines_least) / 2, t.pad * 0.15F, t.pad * 0.6F));
  // On a low panel the title alone says the year: the reason needs the width.
  if (!is_low(ui)) {
    w::Rect const year =
        inner.cut_left(std::min(t.body * 5.2F, inner.w * 0.2F)).middle(1e6F, std::min(inner.h, t.body * 4.F));
    w::Pair const& tone = w::colors_of(p, meaning_of(row.state.tone));
    ui.brush().fill(year, tone.ground, t.key_radius);
    ui.brush().stroke(year, tone.edge, t.key_radius, t.edge);
    ui.text(year.inset(t.body * 0.3F, 0), std::to_string(row.year),
            {t.title, tone.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1});
    inner.cut_left(t.pad);
  }

  Outcome outcome;
  if (row.print_label) {
    float const wide = key_width(ui, inner.w);
    // As high as the card where the card is low: a finger's size comes before the margin.
    w::Rect const column = inner.cut_right(wide);
    w::Rect const at = w::Rect{column.x, box.y, column.w, box.h}.inset(0, t.pad * 0.1F).middle(wide, t.key);
    inner.cut_right(t.pad);
    std::string const id = "print_" + std::to_string(row.year);
    if (w::key(ui, at, {.id = id, .label = *row.print_label, .icon = w::Icon::print, .em = t.body})) {
      outcome = session::ChoosePrint{row.year};
    }
  }
  float const fine_em = larger ? t.body : t.caption;
  float const title_em = larger ? t.lead * 1.15F : t.lead;
  float const state_high = fine_em * 1.8F;
  float const between = t.body * 0.3F;
  float const head_high = std::clamp(inner.h - between - state_high, title_em * 1.2F, title_em * 1.4F);
  float const mark_wide = w::badge_width(ui, row.state.text, fine_em);
  w::TextStyle const fine{fine_em, p.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 4, 0.6F};
  w::TextStyle least = fine;
  least.em = std::max(t.least_type, fine.em * fine.shrink);
  float const beside = inner.w - mark_wide - t.body * 0.7F;
  std::string_view const after = said_of(row);
  // What would take many short lines beside the state stands under it, where the card has room; where it has
  // none, the state goes up to the title: without its reason it helps nobody.
  float const lines_high = fine_em * 2.7F;
  float const room = inner.h - head_high - between;
  float const title_wide = ui.width_of(row.title, title_em, w::Weight::bold);
  bool const under = ui.width_of(after, fine_em, w::Weight::regular) > beside * 1.9F &&
                     room >= state_high + t.body * 0.2F + lines_high;
  bool const raised = !under && ui.height_of(after, least, beside) > room + 1 &&
                      title_wide + t.body * 0.8F + mark_wide <= inner.w;
  float const reason_high = under ? state_high + t.body * 0.2F + lines_high
                                  : std::min(room, ui.height_of(after, fine, raised ? inner.w : beside));
  w::Rect block = inner.middle(inner.w, head_high + between + std::max(raised ? 0 : state_high, reason_high));
  w::Rect head = block.cut_top(head_high);
  w::Rect const title =
      ui.text(head, row.title, {title_em, p.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
  head.cut_left(title.w + t.body * 0.8F);
  // The preview and the sheet show the number as well; half a number helps nobody.
  bool const roomy = !raised && ui.width_of(row.number, fine_em, w::Weight::regular) <= head.w;
  if (!row.reason.empty() && roomy) ui.text(head, row.number, fine);
  block.cut_top(between);
  w::Rect const mark = raised ? head : under ? block.cut_top(state_high) : block.cut_left(mark_wide);
  w::badge(ui, mark, row.state.text, meaning_of(row.state.tone), w::Align::left, fine_em);
  if (under) block.cut_top(t.body * 0.2F);
  if (!under && !raised) block.cut_left(t.body * 0.7F);
  w::TextStyle behind = fine;
  if (row.reason.empty()) behind.lines = 1;  // a number is not broken
  // Where the largest type leaves no room for all of it, the state says enough.
  if (t.few_things() && ui.height_of(after, least, block.w) > block.h + 1) return outcome;
  ui.text(block, after, behind);
  return outcome;
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::CertificatesView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  if (t.display.portrait() || !t.few_things()) {
    person(ui, body.cut_top(person_height(ui)), view.person);
    body.cut_top(t.gap * 1.4F);
  }
  // On a low panel the lines of the cards need its room; the screen's title says nearly the same.
  if (!is_low(ui)) {
    ui.text(body.cut_top(t.title * 1.5F), view.headline,
            {t.title, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
    body.cut_top(t.gap * 0.5F);
  }
  w::Rect turning;
  if (view.paging.pages > 1) {
    turning = body.cut_bottom(t.key);
    body.cut_bottom(t.gap);
  }
  if (view.rows.empty()) {
    w::Rect const card = body.middle(body.w, t.body * 9.F);
    w::panel(ui, card);
    w::Rect inner = card.inset(t.pad);
    ui.icon(inner.cut_top(inner.h * 0.5F).centre(), w::Icon::medal, t.body * 3.2F, t.palette.ink_soft);
    ui.text(inner, view.none,
            {t.lead, t.palette.ink, w::Weight::regular, w::Align::centre, w::Stand::middle, 3});
    return outcome;
  }
  int const columns = !t.display.portrait() && !t.few_things() && view.rows.size() > 1 ? 2 : 1;
  auto const count = static_cast<int>(view.rows.size());
  int const lines = (count + columns - 1) / columns;
  // So high that a page of four does not hang in the upper half of its screen.
  float const most = t.body * 9.4F;
  float const between = t.gap;
  float const tall =
      std::min(most, (body.h - between * static_cast<float>(lines - 1)) / static_cast<float>(lines));
  auto const box_of = [&](int i) {
    int const row = i / columns;
    w::Rect const line{body.x, body.y + static_cast<float>(row) * (tall + between), body.w, tall};
    return line.column(i % columns, columns, t.gap);
  };
  // In high cards the type is one step larger, in all of a page or in none.
  bool const larger = std::all_of(view.rows.begin(), view.rows.end(),
                                  [&](auto const& row) { return has_room_for_larger(ui, box_of(0), row); });
  for (int i = 0; i < count; ++i) {
    auto const& row = view.rows[static_cast<std::size_t>(i)];
    if (auto chosen = certificate_card(ui, box_of(i), row, larger)) outcome = chosen;
  }
  if (auto turned = pager(ui, turning, view.paging)) outcome = turned;
  if (auto const drawn = swipe(ui, body, view.paging); drawn.outcome) outcome = drawn.outcome;
  return outcome;
}

}  // namespace ce::screens
