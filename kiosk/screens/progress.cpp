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
  row.w = std::min(box.w, (most + ui.theme().gap) * static_cast<float>(count));
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

}  // namespace

Outcome draw(w::Ui& ui, w::Rect body, present::ProgressView const& view) {
  w::Theme const& t = ui.theme();
  bool const portrait = t.display.portrait();
  Outcome outcome;
  auto const take = [&outcome](Outcome const& part) {
    if (part) outcome = part;
  };
  float const keys_high = t.key * 1.15F;
  w::Rect left = body;
  w::Rect right;
  if (!portrait) {
    left = body.cut_left(body.w * 0.47F);
    body.cut_left(t.margin);
    right = body;
  }
  if (portrait) {
    take(ways_on(ui, left.cut_bottom(keys_high), view));
    left.cut_bottom(t.gap * 1.2F);
  } else {
    take(ways_on(ui, right.cut_bottom(keys_high), view));
    right.cut_bottom(t.gap * 1.2F);
  }
  person(ui, left.cut_top(person_height(ui)), view.person);
  left.cut_top(t.gap);
  w::Rect& tabs_in = portrait ? left : right;
  if (view.years.size() > 1) {
    take(year_tabs(ui, tabs_in.cut_top(std::max(t.target, t.body * 2.2F)), view));
    tabs_in.cut_top(t.gap);
  }
  if (portrait) {
    float const missing = missing_height(ui, view, left.w);
    year_card(ui, left.cut_top(t.body * 13.2F), view);
    left.cut_top(t.gap);
    if (missing > 0) {
      missing_card(ui, left.cut_top(std::min(missing, left.h * 0.35F)), view);
      left.cut_top(t.gap);
    }
    take(records_card(ui, left, view));
  } else {
    float const missing = std::min(missing_height(ui, view, left.w), left.h * 0.32F);
    if (missing > 0) {
      missing_card(ui, left.cut_bottom(missing), view);
      left.cut_bottom(t.gap);
    }
    year_card(ui, left, view);
    take(records_card(ui, right, view));
  }
  return outcome;
}

}  // namespace ce::screens
