#include <algorithm>
#include <string>

#include "kiosk/screens/bodies.h"
#include "kiosk/screens/parts.h"
#include "kiosk/screens/year.h"
#include "kiosk/widgets/key.h"

namespace ce::screens {
namespace w = widgets;
namespace {

Outcome year_tabs(w::Ui& ui, w::Rect const& box, present::ProgressView const& view) {
  Outcome outcome;
  auto const count = static_cast<int>(view.years.size());
  float const most = ui.theme().body * 8.F;
  w::Rect row = box;
  if (count < 3) row.w = std::min(box.w, (most + ui.theme().gap) * static_cast<float>(count));
  for (int i = 0; i < count; ++i) {
    auto const& tab = view.years[static_cast<std::size_t>(i)];
    std::string const id = "year_" + std::to_string(tab.year);
    if (w::tab_key(ui, row.column(i, count, ui.theme().gap), id, tab.label, tab.chosen)) {
      outcome = session::ShowYear{tab.year};
    }
  }
  return outcome;
}

Outcome ways_on(w::Ui& ui, w::Rect box, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  if (!view.print_label && !view.print_hint.empty()) {
    ui.text(box.cut_left(box.w * 0.5F), view.print_hint,
            {t.caption, t.palette.ink_soft, w::Weight::regular, w::Align::left, w::Stand::middle, 3});
    box.cut_left(t.gap);
  }
  w::Rect list = box;
  if (view.print_label) {
    w::Rect const print = list.cut_right(box.w * 0.56F);
    list.cut_right(t.gap * 1.2F);
    if (w::key(ui, print,
               {.id = "print", .label = *view.print_label, .icon = w::Icon::print, .em = t.title})) {
      outcome = session::ChoosePrint{view.year};
    }
  }
  if (w::key(ui, list,
             {.id = "certificates",
              .label = view.certificates_label,
              .icon = w::Icon::medal,
              .look = w::KeyLook::secondary})) {
    outcome = session::ShowCertificates{};
  }
  return outcome;
}

/// Upright: one column, main keys at the foot.
Outcome upright(w::Ui& ui, w::Rect body, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  Outcome outcome;
  w::Rect const ways = body.cut_bottom(t.key * 1.15F);
  body.cut_bottom(t.gap * 1.2F);
  person(ui, body.cut_top(person_height(ui)), view.person);
  body.cut_top(t.gap);
  if (view.years.size() > 1) {
    if (auto chosen = year_tabs(ui, body.cut_top(std::max(t.target, t.body * 2.2F)), view)) outcome = chosen;
    body.cut_top(t.gap);
  }
  float const missing = missing_height(ui, view, body.w);
  float const said = missing > 0 ? missing + t.gap : 0;
  float const year = t.body * 13.4F;
  // Where type is so large that no list one can read is left room, the year has it all.
  w::Rect const rest{body.x, body.y, body.w, body.h - year - t.gap - said};
  bool const listed = records_fit(ui, rest, view);
  year_card(ui, body.cut_top(listed ? year : body.h - said), view);
  body.cut_top(t.gap);
  if (missing > 0) {
    missing_card(ui, body.cut_top(missing), view);
    body.cut_top(t.gap);
  }
  if (listed) {
    if (auto turned = records_card(ui, body, view)) outcome = turned;
  }
  if (auto chosen = ways_on(ui, ways, view)) outcome = chosen;
  return outcome;
}

/// Wide: who and how much at the left, the records and the keys at the right.
Outcome wide(w::Ui& ui, w::Rect body, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  w::Rect left = body.cut_left(body.w * (t.few_things() ? 0.54F : 0.5F) - t.gap);
  body.cut_left(t.gap * 2);
  Outcome outcome;
  w::Rect const ways = body.cut_bottom(t.key);
  body.cut_bottom(t.gap);
  person(ui, left.cut_top(person_height(ui)), view.person);
  left.cut_top(t.gap);
  if (view.years.size() > 1) {
    if (auto chosen = year_tabs(ui, body.cut_top(std::max(t.target, t.body * 2.2F)), view)) outcome = chosen;
    body.cut_top(t.gap);
  }
  float const missing = missing_height(ui, view, left.w);
  bool const under_year = missing > 0 && left.h - missing - t.gap >= t.body * 13.F;
  if (under_year) {
    missing_card(ui, left.cut_bottom(missing), view);
    left.cut_bottom(t.gap);
  }
  year_card(ui, left, view);
  // In elder mode on a low screen there may be no room for a list that one can read: then it stays away.
  float const beside = missing_height(ui, view, body.w);
  float const said = missing > 0 && !under_year ? beside + t.gap : 0;
  bool const listed = records_fit(ui, {body.x, body.y, body.w, body.h - said}, view);
  if (said > 0) {
    missing_card(ui, listed ? body.cut_top(beside) : body, view);
    if (listed) body.cut_top(t.gap);
  }
  if (listed) {
    if (auto turned = records_card(ui, body, view)) outcome = turned;
  }
  if (auto chosen = ways_on(ui, ways, view)) outcome = chosen;
  return outcome;
}

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::ProgressView const& view) {
  return ui.theme().display.portrait() ? upright(ui, body, view) : wide(ui, body, view);
}

}  // namespace ce::screens
