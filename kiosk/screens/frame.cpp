#include "kiosk/screens/frame.h"

#include <algorithm>
#include <string>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/training_band.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

void emblem(w::Ui& ui, w::Rect const& box) {
  w::Palette const& p = ui.palette();
  ui.brush().fill(box, p.seal, box.w * 0.2F);
  ui.brush().stroke(box.inset(box.w * 0.07F), w::with_alpha(p.on_seal, 0.75F), box.w * 0.14F,
                    std::max(1.F, box.w * 0.025F));
  ui.icon(box.centre(), w::Icon::school, box.w * 0.66F, p.on_seal);
}

float privacy_width(w::Ui const& ui, present::FrameView const& view) {
  w::Theme const& t = ui.theme();
  return ui.width_of(view.privacy_hint, t.caption, w::Weight::regular) + t.body * 1.7F;
}

/// Where large type leaves the hall's name little room, the date stays away and the line's state takes its
/// place.
bool without_date(w::Ui const& ui) {
  w::Theme const& t = ui.theme();
  return t.display.portrait() && ui.screen().w < t.body * 34.F;
}

float clock_width(w::Ui const& ui, present::FrameView const& view) {
  w::Theme const& t = ui.theme();
  if (without_date(ui)) {
    return std::max(ui.width_of(view.clock, t.headline, w::Weight::bold),
                    w::badge_width(ui, view.line.text)) +
           2;
  }
  return std::max(ui.width_of(view.date, t.caption, w::Weight::regular),
                  ui.width_of(view.clock, t.headline, w::Weight::bold) + w::badge_width(ui, view.line.text) +
                      t.body * 0.6F) +
         2;
}

/// Of the header's width, what margins, emblem and gaps take.
float around_words(w::Theme const& t) {
  return t.margin * 2 + t.body * 4.F + t.gap * 4;
}

/// Whether the reminder fits between title and clock; else it stands under the header.
bool privacy_in_header(w::Ui const& ui, present::FrameView const& view) {
  w::Theme const& t = ui.theme();
  if (t.display.portrait() || view.privacy_hint.empty()) return false;
  float const words = std::max(ui.width_of(view.hall, t.caption, w::Weight::regular),
                               ui.width_of(view.title, t.headline, w::Weight::bold));
  return words + clock_width(ui, view) + privacy_width(ui, view) + around_words(t) <= ui.screen().w;
}

/// Whether the age of the data fits behind the title; else it stands under the header, where height is dear
/// on a wide screen.
bool age_in_header(w::Ui const& ui, present::FrameView const& view) {
  w::Theme const& t = ui.theme();
  if (t.display.portrait() || view.as_of.empty()) return false;
  float const words =
      ui.width_of(view.title, t.headline, w::Weight::bold) + t.gap * 2 + w::badge_width(ui, view.as_of);
  float const hint = privacy_in_header(ui, view) ? privacy_width(ui, view) + t.gap * 2 : 0;
  return words + hint + clock_width(ui, view) + around_words(t) <= ui.screen().w;
}

float header_height(w::Theme const& t) {
  return t.body * (t.display.portrait() ? 5.2F : 4.4F);
}

float foot_height(w::Theme const& t) {
  return t.key + t.body * (t.display.portrait() ? 3.3F : 1.1F);
}

/// The reminder to shield the screen.
void privacy(w::Ui& ui, w::Rect const& row, std::string_view hint, w::Color ink) {
  w::Theme const& t = ui.theme();
  w::Rect words = row;
  ui.icon(words.cut_left(t.body * 1.2F).centre(), w::Icon::lock, t.body, ink);
  words.cut_left(t.body * 0.3F);
  ui.text(words, hint, {t.caption, ink, w::Weight::regular, w::Align::left, w::Stand::middle, 1});
}

void header(w::Ui& ui, w::Rect box, present::FrameView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  ui.brush().gradient(box, p.head_from, p.head_to);
  float const thick = t.hairline * (p.flat ? 2.F : 3.F);
  w::Rect const rule = box.cut_bottom(thick);
  ui.brush().gradient(rule, p.accent, w::mix(p.accent, p.head_to, p.flat ? 0.F : 0.7F));
  w::Rect inner{box.x + ui.drift().x, box.y + ui.drift().y, box.w, header_height(t) - thick};
  inner = inner.inset(t.margin, t.body * 0.7F);
  emblem(ui, inner.cut_left(inner.h).middle(inner.h * 0.94F, inner.h * 0.94F));
  inner.cut_left(t.body * 0.8F);

  w::Rect right = inner.cut_right(std::min(clock_width(ui, view), inner.w * 0.5F));
  inner.cut_right(t.gap * 2);
  w::Rect upper = right.cut_top(right.h * 0.6F);
  w::Rect const clock = ui.text(
      upper, view.clock, {t.headline, p.on_head, w::Weight::bold, w::Align::right, w::Stand::middle, 1});
  upper.cut_right(clock.w + t.body * 0.6F);
  bool const dated = !without_date(ui);
  if (!view.line.text.empty()) {
    w::badge(ui, dated ? upper : right, view.line.text, meaning_of(view.line.tone), w::Align::right);
  }
  if (dated) {
    ui.text(right, view.date,
            {t.caption, p.on_head, w::Weight::regular, w::Align::right, w::Stand::middle, 1});
  }

  if (privacy_in_header(ui, view)) {
    privacy(ui, inner.cut_right(privacy_width(ui, view)), view.privacy_hint, p.on_head);
    inner.cut_right(t.gap * 2);
  }
  // A long name gives up size, not a second line: two would crowd the title.
  ui.text(inner.cut_top(inner.h * 0.42F), view.hall,
          {t.caption, p.on_head, w::Weight::regular, w::Align::left, w::Stand::middle, 1, 0.6F});
  w::Rect const title =
      ui.text(inner, view.title,
              {t.headline * 0.92F, p.on_head, w::Weight::bold, w::Align::left, w::Stand::middle, 1, 0.5F});
  if (!age_in_header(ui, view)) return;
  inner.cut_left(title.w + t.gap * 2);
  w::badge(ui, inner, view.as_of, w::Meaning::notice, w::Align::left);
}

/// 退出 with the seconds left before its word.
bool exit_key(w::Ui& ui, w::Rect const& box, present::FrameView const& view) {
  std::string label = view.exit_label;
  if (view.seconds_left) label += " " + std::to_string(*view.seconds_left);
  return w::key(ui, box,
                {.id = "exit",
                 .label = label,
                 .icon = w::Icon::leave,
                 .look = w::KeyLook::secondary,
                 .name = view.exit_label});
}

/// The service line, with a telephone before it; as wide as its words.
void service_line(w::Ui& ui, w::Rect const& box, std::string_view words, w::Color ink) {
  w::Theme const& t = ui.theme();
  float const wide = ui.width_of(words, t.caption, w::Weight::regular);
  w::Rect line = box.middle(wide + t.body * 1.8F, box.h);
  ui.icon(line.cut_left(t.body * 1.2F).centre(), w::Icon::phone, t.body * 1.1F, ink);
  line.cut_left(t.body * 0.5F);
  ui.text(line, words, {t.caption, ink, w::Weight::regular, w::Align::left, w::Stand::middle, 2});
}

/// Between the corners: 重听 where screens speak, 大字版 where there is room, 显示与语言.
Outcome middle_keys(w::Ui& ui, w::Rect const& box, present::FrameView const& view) {
  if (view.display_label.empty()) return {};  // the staff's screens have one look
  w::Theme const& t = ui.theme();
  Outcome outcome;
  bool const repeats = !view.repeat_label.empty();
  bool const quick_elder = !repeats || !view.exit;
  int const count = 1 + (repeats ? 1 : 0) + (quick_elder ? 1 : 0);
  int place = 0;
  auto const mode = [&](std::string_view id, std::string_view label, w::Icon icon, bool on) {
    return w::key(ui, box.column(place++, count, t.gap),
                  {.id = id,
                   .label = label,
                   .icon = icon,
                   .look = w::KeyLook::quiet,
                   .stacked = true,
                   .on = on,
                   .em = t.caption});
  };
  if (repeats && mode("repeat", view.repeat_label, w::Icon::speaker, false))
    outcome = session::RepeatSpeech{};
  // It says what a press leads to, so that it is never the chosen one.
  if (quick_elder && mode("elder", view.elder_label, w::Icon::elder, false)) {
    outcome = session::ToggleElder{};
  }
  if (mode("display", view.display_label, w::Icon::display, view.panel)) {
    outcome = session::ShowPanel{!view.panel};
  }
  return outcome;
}

/// How old the data are, and the reminder: upright a quiet line under the header.
void under_header(w::Ui& ui, w::Rect& body, present::FrameView const& view) {
  w::Theme const& t = ui.theme();
  bool const hint = !view.privacy_hint.empty() && !privacy_in_header(ui, view);
  bool const age = !view.as_of.empty() && !age_in_header(ui, view);
  if (!age && !hint) return;
  w::Rect row = body.cut_top(t.caption * 1.7F);
  bool const both = age && hint && w::badge_width(ui, view.as_of) + t.gap + privacy_width(ui, view) > row.w;
  w::Rect const second = both ? body.cut_top(t.caption * 1.7F) : w::Rect{};
  body.cut_top(t.gap * 0.6F);
  if (age) {
    w::Rect const mark = w::badge(ui, row, view.as_of, w::Meaning::notice, w::Align::left);
    row.cut_left(mark.w + t.gap);
    if (both) row = second;
  }
  if (!hint) return;
  privacy(ui, row.cut_right(std::min(row.w, privacy_width(ui, view))), view.privacy_hint, t.palette.ink_soft);
}

}  // namespace

/// Upright the service line has a band of its own; on a wide screen, where height is dear, it stands
/// between the keys.
Outcome draw_foot(w::Ui& ui, w::Rect box, present::FrameView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  bool const portrait = t.display.portrait();
  ui.brush().fill(box, p.card);
  ui.brush().fill({box.x, box.y, box.w, t.hairline * (p.flat ? 2.F : 1.F)}, p.line);
  if (portrait) {
    w::Rect const band = box.cut_bottom(t.body * 2.F - ui.drift().y);
    ui.brush().gradient(band, p.head_from, p.head_to);
    if (p.flat) ui.brush().fill({band.x, band.y, band.w, 2}, p.line);
    service_line(ui, band.moved(ui.drift().x, 0), view.footer, p.on_head);
  }

  w::Rect const row{box.x + ui.drift().x, box.y, box.w, foot_height(t) - (portrait ? t.body * 2.F : 0)};
  w::Rect keys = row.inset(t.margin, 0).middle(row.w, t.key);
  float const corner = std::max(t.target, std::min(keys.w * 0.23F, t.body * 7.6F));
  Outcome outcome;
  // A corner without a key or a word is the others' to use. On a wide screen nothing else stands at the
  // right.
  bool const words_left = portrait && !view.staff_lines.empty();
  w::Rect const far_right{keys.right() - corner, keys.y, corner, keys.h};
  w::Rect const left = keys.cut_left(view.back || view.exit || words_left ? corner : 0);
  w::Rect const right = keys.cut_right(view.exit ? corner : 0);
  if (view.back &&
      w::key(
          ui, left,
          {.id = "back", .label = view.back_label, .icon = w::Icon::back, .look = w::KeyLook::secondary})) {
    outcome = session::Back{};
  }
  if (view.exit && exit_key(ui, right, view)) outcome = session::Exit{};
  // Where no key stands, a word for staff may; visitors read past it.
  w::Rect words = words_left ? left : far_right;
  words = words.middle(words.w, static_cast<float>(view.staff_lines.size()) * t.caption * 1.4F);
  for (auto const& line : view.staff_lines) {
    if (view.back || view.exit) break;
    auto const side = words_left ? w::Align::left : w::Align::right;
    ui.text(words.cut_top(t.caption * 1.4F), line,
            {t.caption, p.ink_soft, w::Weight::regular, side, w::Stand::middle, 1});
  }

  keys.cut_left(left.w > 0 ? t.gap : 0);
  keys.cut_right(right.w > 0 ? t.gap : 0);
  if (portrait) {
    w::Rect const middle = keys.middle(t.body * 26.F, keys.h);
    if (auto chosen = middle_keys(ui, middle, view)) outcome = chosen;
    return outcome;
  }
  // The service line, and where there is room the keys before it, stand where they stand between two corners,
  // whichever of these has a key: nothing is looked for anew on the next screen.
  w::Rect line = row.inset(t.margin + corner + t.gap, 0).middle(row.w, t.key);
  w::Rect const between = line.cut_left(std::min(t.body * 20.F, line.w * 0.62F));
  w::Rect modes{keys.x, keys.y, between.right() - keys.x, keys.h};
  modes = modes.cut_right(std::min(t.body * 20.F, modes.w));
  if (auto chosen = middle_keys(ui, modes, view)) outcome = chosen;
  line.cut_left(t.gap);
  service_line(ui, line, view.footer, p.ink);
  return outcome;
}

Framed draw_frame(w::Ui& ui, present::FrameView const& view) {
  w::Theme const& t = ui.theme();
  w::Rect rest = ui.screen();
  // Header and foot give and take what the content is moved by.
  header(ui, rest.cut_top(header_height(t) + ui.drift().y), view);
  w::Rect const band = rest.cut_top(view.training ? training_band_height(ui, *view.training) : 0);
  w::Rect const foot = rest.cut_bottom(foot_height(t) - ui.drift().y);
  w::Rect body = rest.inset(t.margin, t.body * 0.8F).moved(ui.drift().x, 0);
  under_header(ui, body, view);
  return {band, body, rest, foot};
}

}  // namespace ce::screens
