#include <algorithm>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/widgets/field.h"

namespace ce::screens {
namespace w = widgets;
namespace {

Outcome event_of(std::optional<w::Stroke> const& stroke) {
  if (!stroke) return {};
  switch (stroke->what) {
    case w::KeypadStroke::character:
      return session::Key{stroke->character};
    case w::KeypadStroke::erase:
      return session::Erase{};
    case w::KeypadStroke::clear:
      return session::Clear{};
    case w::KeypadStroke::confirm:
      return session::Confirm{};
  }
  return {};
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::EntryView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  auto const count = static_cast<int>(view.fields.size());
  float const field_high = t.body * 5.F;
  float const fields_high =
      field_high * static_cast<float>(count) + t.gap * static_cast<float>(std::max(0, count - 1));
  float const complaint_high = t.body * 4.4F;  // kept free, so that nothing jumps when it comes
  float const head_high = t.body * 3.2F;
  float const wanted = head_high + fields_high + complaint_high + t.gap * 2;
  w::Rect pad = body;
  // On a small upright screen the keys are no higher than they must be before the fields get too low.
  float const form_high = std::max(body.h * 0.42F, std::min(wanted, body.h - t.gap - w::keypad_least(t)));
  w::Rect form = portrait ? pad.cut_top(form_high) : pad.cut_left(body.w * 0.46F);
  if (portrait) {
    pad.cut_top(t.gap);
    pad = pad.cut_bottom(std::min(pad.h, t.body * 27.F));
  } else {
    pad.cut_left(t.margin);
  }

  if (portrait) form = form.middle(form.w, wanted);
  w::Rect head = form.cut_top(head_high);
  ui.text(head, view.headline,
          {t.headline, t.palette.ink, w::Weight::bold, portrait ? w::Align::centre : w::Align::left,
           w::Stand::middle, 2});
  form.cut_top(t.gap * 0.5F);
  float const most = std::min(fields_high, form.h * 0.72F);
  // Where type is so large that not all of them can be read, the one that is typed has the room: the headline
  // says which it is. What is kept free is then two lines of complaint.
  bool const each = most >= t.body * 3.9F * static_cast<float>(count) + t.gap * static_cast<float>(count - 1);
  float const two_lines = t.body * (1.12F + t.leading) + t.pad * 1.3F + t.gap;
  w::Rect const fields =
      form.cut_top(each ? most : std::clamp(form.h - two_lines, t.body * 3.4F, field_high));
  int const shown = each ? count : 1;
  int place = 0;
  for (auto const& field : view.fields) {
    if (!each && !field.active) continue;
    w::field(ui, fields.row(place++, shown, t.gap), {field.label, field.shown, field.hint, field.active});
  }
  if (view.complaint) {
    form.cut_top(t.gap);
    float const tall = w::strip_height(ui, view.complaint->text, form.w);
    w::strip(ui, form.cut_top(std::min(tall, form.h)), view.complaint->text,
             meaning_of(view.complaint->tone));
  }
  return event_of(w::keypad(ui, pad,
                            {view.letter_x ? "X0" : "0", view.erase_label, view.clear_label,
                             view.confirm_label, view.can_confirm}));
}

}  // namespace ce::screens
