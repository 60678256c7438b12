#include "central/console/kiosk_supplies.h"

#include "central/web/fields.h"
#include "shared/base/failure.h"

namespace ce::console {

SuppliesShown supplies_shown(store::KioskLine const& line) {
  SuppliesShown shown;
  if (!line.last_seen) return shown;
  auto const& health = line.health;
  auto const is = [&](FailureCode code) { return health.printer_problem == name_of(code); };
  bool const no_toner = is(FailureCode::printer_out_of_toner);
  bool const no_paper = is(FailureCode::printer_out_of_paper);
  bool const no_blanks = is(FailureCode::paper_exhausted);
  shown.out = no_toner || no_paper || no_blanks;
  if (!health.supplies) return shown;
  auto const& supplies = *health.supplies;
  if (supplies.toner_low && !no_toner) shown.low.emplace_back("墨粉快用完");
  if (supplies.paper_low && !no_paper) shown.low.emplace_back("纸快用完");
  if (supplies.blanks_low && !no_blanks) shown.low.emplace_back("纸号快用完");
  if (supplies.toner_percent) shown.levels = "墨粉 " + std::to_string(*supplies.toner_percent) + "%";
  if (supplies.blanks_left) {
    shown.levels +=
        (shown.levels.empty() ? "纸号 " : "，纸号 ") + web::with_commas(*supplies.blanks_left) + " 个";
  }
  return shown;
}

}  // namespace ce::console
