#include "kiosk/screens/display_panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "kiosk/screens/parts.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

constexpr std::array size_ids{"size_small", "size_medium", "size_large", "size_extra_large"};
constexpr std::array language_ids{"language_chinese", "language_english"};
constexpr int rows = 4;

/// How the panel's lines are laid out in a card of that width.
struct Lines {
  bool titled_left = true;  // else the title stands over its keys
  float title_wide = 0;
  float title_high = 0;
  float key_high = 0;
  float gap = 0;  // between lines

  [[nodiscard]] float row() const { return title_high + key_high; }
  [[nodiscard]] float all() const { return row() * rows + gap * (rows - 1); }
};

float widest_title(w::Ui const& ui, present::PanelView const& view) {
  float wide = 0;
  for (auto const& title : {view.size_title, view.look_title, view.language_title, view.voice_title}) {
    wide = std::max(wide, ui.width_of(title, ui.theme().body, w::Weight::bold));
  }
  return wide;
}

Lines lines_in(w::Ui const& ui, present::PanelView const& view, float width, float height) {
  w::Theme const& t = ui.theme();
  Lines lines;
  lines.key_high = std::max(t.target, t.body * 2.2F);
  lines.title_wide = widest_title(ui, view) + t.gap;
  lines.titled_left = width - lines.title_wide >= t.body * 18.F;
  if (!lines.titled_left) lines.title_high = t.body * 1.5F;
  // On a low screen the titles stay away before keys get too small for fingers: their words say enough.
  lines.gap = t.gap;
  if (lines.all() <= height) return lines;
  lines.title_high = 0;
  lines.gap = std::ceil(2.54F * t.display.px_per_mm) + 1;
  lines.key_high = t.target;
  return lines;
}

w::Rect keys_of(w::Ui& ui, w::Rect row, std::string_view title, Lines const& lines) {
  w::Theme const& t = ui.theme();
  w::TextStyle const style{t.body, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2};
  if (lines.titled_left) {
    ui.text(row.cut_left(lines.title_wide - t.gap), title, style);
    row.cut_left(t.gap);
  } else if (lines.title_high > 0) {
    ui.text(row.cut_top(lines.title_high), title, style);
  }
  return row;
}

Outcome sizes(w::Ui& ui, w::Rect const& keys, present::PanelView const& view) {
  Outcome outcome;
  auto const count = static_cast<int>(view.sizes.size());
  for (int i = 0; i < count; ++i) {
    auto const at = static_cast<std::size_t>(i);
    if (w::choice_key(
            ui, keys.column(i, count, ui.theme().gap),
            {.id = size_ids.at(at), .label = view.sizes[at], .on = view.size == i, .em = ui.theme().body})) {
      outcome = session::ChooseSize{static_cast<session::TextSize>(i)};
    }
  }
  return outcome;
}

Outcome looks(w::Ui& ui, w::Rect const& keys, present::PanelView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  if (w::toggle_key(ui, keys.column(0, 2, t.gap),
                    {.id = "large_print", .label = view.elder_label, .on = view.elder, .em = t.body})) {
    outcome = session::ToggleElder{};
  }
  if (w::toggle_key(
          ui, keys.column(1, 2, t.gap),
          {.id = "contrast", .label = view.contrast_label, .on = view.high_contrast, .em = t.body})) {
    outcome = session::ToggleContrast{};
  }
  return outcome;
}

Outcome languages(w::Ui& ui, w::Rect const& keys, present::PanelView const& view) {
  Outcome outcome;
  for (int i = 0; i < 2; ++i) {
    auto const at = static_cast<std::size_t>(i);
    if (w::choice_key(ui, keys.column(i, 2, ui.theme().gap),
                      {.id = language_ids.at(at),
                       .label = view.languages[at],
                       .on = view.language == i,
                       .em = ui.theme().body})) {
      outcome = session::ChooseLanguage{static_cast<session::Language>(i)};
    }
  }
  return outcome;
}

/// On or off, and how loud: a bar of steps between two keys.
Outcome voice(w::Ui& ui, w::Rect keys, present::PanelView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  Outcome outcome;
  if (!view.sound) {
    ui.text(keys, view.no_sound, {t.body, p.ink, w::Weight::regular, w::Align::left, w::Stand::middle, 2});
    return outcome;
  }
  if (w::toggle_key(ui, keys.cut_left(keys.w * 0.44F),
                    {.id = "voice", .label = view.voice_label, .on = view.voice, .em = t.body})) {
    outcome = session::ToggleVoice{};
  }
  keys.cut_left(t.gap);
  float const wide = std::max(t.target, keys.h);
  auto const step = [&](w::Rect const& at, std::string_view id, std::string const& label, w::Icon icon,
                        bool more, int by) {
    bool const pressed = w::key(
        ui, at,
        {.id = id, .icon = icon, .look = w::KeyLook::quiet, .enabled = more, .em = t.title, .name = label});
    if (pressed) outcome = session::ChangeVolume{by};
  };
  w::Rect const less = keys.cut_left(wide);
  w::Rect const more = keys.cut_right(wide);
  step(less, "quieter", view.quieter_label, w::Icon::quieter, view.volume > session::volume_least, -1);
  step(more, "louder", view.louder_label, w::Icon::louder, view.volume < session::volume_most, 1);
  w::Rect between = keys.inset(t.gap, 0);
  between = between.middle(between.w, t.caption * 1.3F + t.body * 0.8F);
  ui.text(between.cut_top(t.caption * 1.3F), view.volume_label,
          {t.caption, p.ink, w::Weight::regular, w::Align::centre, w::Stand::middle, 1});
  between.cut_top(t.body * 0.25F);
  for (int i = 0; i < session::volume_most; ++i) {
    w::Rect const bar = between.column(i, session::volume_most, t.body * 0.2F);
    ui.brush().fill(bar, i < view.volume ? p.progress : p.track, bar.h * 0.3F);
  }
  return outcome;
}

}  // namespace

Outcome draw_panel(w::Ui& ui, w::Rect const& room, w::Rect const& body, present::PanelView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  float const wide = portrait ? body.w : std::min(body.w, std::max(body.w * 0.62F, t.body * 27.F));
  float const done_high = t.key;
  bool const low = body.h < lines_in(ui, view, wide - t.pad * 3, 0).all() + t.key + t.gap + t.pad * 1.4F;
  float const edge = t.pad * (low ? 0.2F : 0.7F);
  float const around = edge * 2 + done_high + t.gap;
  float const head = t.title * 1.5F + t.gap;
  Lines const lines = lines_in(ui, view, wide - t.pad * 3, body.h - around);
  float const keys = lines.all();
  bool const titled = keys + around + head <= body.h;
  float const tall = std::min(body.h, keys + around + (titled ? head : 0));

  w::Rect card{body.right() - wide, body.bottom() - tall, wide, tall};
  // The screen stays in sight beside it, a little darker, so that the panel stands out from its cards.
  ui.brush().fill(room, w::with_alpha(t.palette.scrim, 0.3F));
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 1.5F, edge);
  if (titled) {
    ui.text(inner.cut_top(t.title * 1.5F), view.title,
            {t.title, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 1});
    inner.cut_top(t.gap);
  }
  Outcome outcome;
  auto const take = [&](Outcome chosen) {
    if (chosen) outcome = std::move(chosen);
  };
  auto const row = [&](std::string const& title) {
    w::Rect const keys_at = keys_of(ui, inner.cut_top(lines.row()), title, lines);
    inner.cut_top(lines.gap);
    return keys_at;
  };
  take(sizes(ui, row(view.size_title), view));
  take(looks(ui, row(view.look_title), view));
  take(languages(ui, row(view.language_title), view));
  take(voice(ui, row(view.voice_title), view));
  w::Rect const done = inner.cut_bottom(done_high);
  if (w::key(ui, done.middle(std::min(done.w, t.body * 20.F), done.h),
             {.id = "done", .label = view.done_label, .icon = w::Icon::check})) {
    outcome = session::ShowPanel{false};
  }
  return outcome;
}

}  // namespace ce::screens
