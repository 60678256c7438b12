#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "kiosk/screens/parts.h"
#include "kiosk/screens/staff_parts.h"
#include "kiosk/widgets/field.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

using session::StaffKey;
using session::StaffTouch;

// Where fingers that type look for them; letters as they stand on numbered stock, or in an address.
constexpr auto stock_rows =
    std::to_array<std::string_view>({"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM-"});
constexpr auto address_rows =
    std::to_array<std::string_view>({"1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm.:/"});
constexpr int keyboard_columns = 10;

StaffTouch touch_of(w::Stroke const& stroke) {
  switch (stroke.what) {
    case w::KeypadStroke::character:
      return {StaffKey::letter, 0, stroke.character};
    case w::KeypadStroke::erase:
      return {StaffKey::erase};
    case w::KeypadStroke::clear:
      return {StaffKey::clear};
    case w::KeypadStroke::confirm:
      return {StaffKey::confirm};
  }
  return {};
}

Outcome digits(w::Ui& ui, w::Rect const& box, present::StaffPageView const& view) {
  std::string_view const last_row = view.typing == present::StaffTyping::measure ? "-0." : "0";
  auto const stroke = w::keypad(
      ui, box, {last_row, view.erase_label, view.clear_label, view.confirm_label, view.can_confirm});
  if (!stroke) return {};
  return touch_of(*stroke);
}

Outcome letters(w::Ui& ui, w::Rect const& box, present::StaffPageView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  auto const& keyboard_rows = view.typing == present::StaffTyping::address ? address_rows : stock_rows;
  int const lines = static_cast<int>(keyboard_rows.size()) + 1;
  for (int line = 0; line + 1 < lines; ++line) {
    auto const keys = keyboard_rows.at(static_cast<std::size_t>(line));
    w::Rect const row = box.row(line, lines, t.gap);
    // A shorter row stands half a key further in for each that it lacks.
    float const step = row.column(1, keyboard_columns, t.gap).x - row.x;
    float const in = step * static_cast<float>(keyboard_columns - static_cast<int>(keys.size())) / 2;
    for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
      std::string const label(1, keys[static_cast<std::size_t>(i)]);
      w::Rect const at = row.column(i, keyboard_columns, t.gap).moved(in, 0);
      std::string const id = "key_" + label;
      if (w::key(ui, at, {.id = id, .label = label, .look = w::KeyLook::secondary, .em = t.lead})) {
        outcome = StaffTouch{StaffKey::letter, 0, label.front()};
      }
    }
  }
  w::Rect last = box.row(lines - 1, lines, t.gap);
  w::Rect const confirm = last.cut_right(last.w * 0.46F);
  last.cut_right(t.gap);
  if (w::key(ui, last.column(0, 2, t.gap),
             {.id = "erase",
              .label = view.erase_label,
              .icon = w::Icon::erase,
              .look = w::KeyLook::secondary,
              .em = t.body})) {
    outcome = StaffTouch{StaffKey::erase};
  }
  if (w::key(ui, last.column(1, 2, t.gap),
             {.id = "clear",
              .label = view.clear_label,
              .icon = w::Icon::retry,
              .look = w::KeyLook::secondary,
              .em = t.body})) {
    outcome = StaffTouch{StaffKey::clear};
  }
  if (w::key(ui, confirm,
             {.id = "confirm",
              .label = view.confirm_label,
              .icon = w::Icon::check,
              .enabled = view.can_confirm})) {
    outcome = StaffTouch{StaffKey::confirm};
  }
  return outcome;
}

/// The fields; one that is not active can be pressed.
Outcome fields(w::Ui& ui, w::Rect const& box, std::vector<present::FieldView> const& list) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  auto const count = static_cast<int>(list.size());
  for (int i = 0; i < count; ++i) {
    auto const& field = list[static_cast<std::size_t>(i)];
    w::Rect const at = box.row(i, count, t.gap);
    w::field(ui, at, {field.label, field.shown, field.hint, field.active});
    std::string const id = "field_" + std::to_string(i);
    if (count > 1 && ui.target(id, field.label, at).clicked) outcome = StaffTouch{StaffKey::choose, i};
  }
  return outcome;
}

/// Where there is room for all of it; a part would mislead.
void ruler(w::Ui& ui, w::Rect& form, float part, std::string const& label) {
  w::Theme const& t = ui.theme();
  w::TextStyle const fine{t.caption, t.palette.ink, w::Weight::regular, w::Align::left, w::Stand::top, 1};
  float const wide = ui.screen().w * part;
  float const tick = t.body * 0.8F;
  float const tall = tick + t.body * 0.3F + ui.height_of(label, fine, form.w);
  if (wide > form.w || tall > form.h) return;
  w::Rect const line = form.cut_top(tick);
  float const y = line.centre().y;
  float const thick = t.hairline * 2;
  ui.brush().line({line.x, y}, {line.x + wide, y}, t.palette.ink, thick);
  ui.brush().line({line.x, line.y}, {line.x, line.bottom()}, t.palette.ink, thick);
  ui.brush().line({line.x + wide, line.y}, {line.x + wide, line.bottom()}, t.palette.ink, thick);
  form.cut_top(t.body * 0.3F);
  ui.text(form.cut_top(tall - tick - t.body * 0.3F), label, fine);
}

}  // namespace

Outcome staff_typing(w::Ui& ui, w::Rect body, present::StaffPageView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  bool const address = view.typing == present::StaffTyping::address;  // is long
  bool const wide_keys = address || view.typing == present::StaffTyping::letters;
  w::Rect pad = body;
  // Many fields take what the keys leave; few stand near the keys.
  bool const many = view.fields.size() > 3;
  w::TextStyle const head{t.title, t.palette.ink, w::Weight::bold, w::Align::left, w::Stand::middle, 2};
  auto const count = static_cast<float>(view.fields.size());
  float const wanted = t.body * 4.4F * count + t.gap * (count - 1);
  float const head_high =
      ui.height_of(view.headline, head, body.w * (portrait ? 1.F : 0.36F)) + t.body * 0.4F + t.gap * 0.5F;
  float const form_wanted = head_high + wanted + t.gap * 2 + t.body * 5.F;
  // On a small upright screen the keys are no higher than they must be before the fields get too low.
  float const keys_least = wide_keys ? t.key * 5 + t.gap * 4 : w::keypad_least(t);
  float const form_high = std::max({body.h * 0.46F, many ? body.h - t.body * 27.F - t.gap : 0,
                                    std::min(form_wanted, body.h - t.gap - keys_least)});
  w::Rect form = portrait  ? pad.cut_top(form_high)
                 : address ? pad.cut_left(body.w * 0.42F)
                           : pad.cut_left(body.w * (wide_keys ? 0.36F : 0.46F));
  if (portrait) {
    pad.cut_top(t.gap);
    pad = pad.cut_bottom(std::min(pad.h, t.body * 27.F));
  } else {
    pad.cut_left(t.margin);
  }
  w::TextStyle const plain{t.body, t.palette.ink_soft, w::Weight::regular, w::Align::left, w::Stand::top, 0};
  // Near the keys: eyes and finger need not part. Room for two lines of note is kept, so that nothing jumps.
  if (portrait) form = form.cut_bottom(form_wanted);
  ui.text(form.cut_top(head_high - t.gap * 0.5F), view.headline, head);
  form.cut_top(t.gap * 0.5F);
  // On a small upright screen what is typed would be smaller than what it is called: all but the note's room
  // is theirs.
  float const two_lines = t.body * t.leading * 2 + t.pad * 1.3F;
  float const noted = view.note ? staff_note_height(ui, *view.note, form.w) : 0;
  float const share = form.h * (many ? 0.78F : 0.66F);
  float const most = view.ruler ? share : std::max(share, form.h - t.gap - std::max(two_lines, noted));
  Outcome outcome = fields(ui, form.cut_top(std::min(wanted, most)), view.fields);
  form.cut_top(t.gap);
  if (view.note) {
    float const tall = staff_note_height(ui, *view.note, form.w);
    staff_note(ui, form.cut_top(std::min(tall, form.h)), *view.note);
    form.cut_top(t.gap);
  }
  if (view.ruler) ruler(ui, form, *view.ruler, view.ruler_label);
  for (auto const& line : view.sentences) {
    float const tall = ui.height_of(line, plain, form.w);
    if (tall > form.h) break;  // what the keys do is plain without it
    ui.text(form.cut_top(tall), line, plain);
    form.cut_top(t.body * 0.4F);
  }
  if (auto did = wide_keys ? letters(ui, pad, view) : digits(ui, pad, view)) outcome = did;
  return outcome;
}

}  // namespace ce::screens
