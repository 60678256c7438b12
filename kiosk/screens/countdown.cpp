#include "kiosk/screens/countdown.h"

#include <algorithm>
#include <string>

#include "kiosk/screens/parts.h"
#include "kiosk/widgets/key.h"
#include "kiosk/widgets/progress.h"

namespace ce::screens {
namespace w = widgets;

Outcome draw_countdown(w::Ui& ui, present::CountdownView const& view) {
  w::Theme const& t = ui.theme();
  w::Palette const& p = t.palette;
  w::Rect const screen = ui.screen();
  ui.brush().fill(screen, p.scrim);
  w::Rect const room = screen.inset(t.margin);
  float const wide = std::min(room.w, t.body * 32.F);
  float const side = t.body * 9.5F;
  float const words = t.headline * 1.2F + t.body * 4.4F;
  float const tall = t.pad * 4 + side + t.gap * 2.7F + words + t.key * 1.25F;
  w::Rect const card = room.middle(wide, tall);
  w::panel(ui, card);
  w::Rect inner = card.inset(t.pad * 2);
  w::Rect const stay = inner.cut_bottom(t.key * 1.25F);
  inner.cut_bottom(t.gap * 1.5F);
  w::Rect const in = w::ring(ui, "countdown", inner.cut_top(std::min(side, inner.h - words)), view.fraction,
                             w::Meaning::neutral);
  ui.text(in, std::to_string(view.seconds),
          {t.display_type * 1.2F, p.ink, w::Weight::bold, w::Align::centre, w::Stand::middle, 1, 0.4F});
  inner.cut_top(t.gap * 1.2F);
  headline(ui, inner, view.headline, view.body);
  bool const pressed =
      w::key(ui, stay, {.id = "stay", .label = view.stay_label, .icon = w::Icon::touch, .em = t.title});
  if (pressed || ui.touched()) return session::Stay{};
  return {};
}

}  // namespace ce::screens
