#include "central/web/kiosks_page.h"

namespace ce::web {

Fields fields_of(KioskRow const& kiosk) {
  return Fields{}
      .text("href", kiosk.href)
      .text("name", kiosk.name)
      .text("hall", kiosk.hall)
      .text("region", kiosk.region)
      .part("state", fields_of(kiosk.state))
      .text("seen", kiosk.seen)
      .text("reader", kiosk.reader)
      .text("printer", kiosk.printer)
      .text("problem", kiosk.problem)
      .rows("low", rows_of(kiosk.low, [](Badge const& badge) { return fields_of(badge); }))
      .text("levels", kiosk.levels)
      .text("unresolved", kiosk.unresolved)
      .text("pending", kiosk.pending)
      .text("version", kiosk.version);
}

std::string kiosks_page(Shell const& shell, KiosksView const& view) {
  Fields body;
  body.rows("figures", rows_of(view.figures, [](Figure const& figure) { return fields_of(figure); }))
      .rows("kiosks", rows_of(view.kiosks, [](KioskRow const& kiosk) { return fields_of(kiosk); }))
      .rows("alarms", rows_of(view.alarms, [](LinesTable const& table) { return fields_of(table); }))
      .rows("filters", rows_of(view.filters, [](Field const& field) { return fields_of(field); }))
      .text("kiosks_told", view.told);
  put_empty_card(body, view.empty);
  return page(shell, "pages/kiosks", std::move(body));
}

}  // namespace ce::web
