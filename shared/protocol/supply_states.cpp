#include "shared/protocol/supply_states.h"

#include "shared/base/failure.h"

namespace ce::protocol {

SupplyStates supply_states(Health const& health) {
  auto const told = health.supplies.value_or(Supplies{});
  auto const state = [&](FailureCode out, bool low) {
    if (health.printer_problem == name_of(out)) return SupplyState::out;
    return low ? SupplyState::low : SupplyState::enough;
  };
  return {.toner = state(FailureCode::printer_out_of_toner, told.toner_low),
          .paper = state(FailureCode::printer_out_of_paper, told.paper_low),
          .blanks = state(FailureCode::paper_exhausted, told.blanks_low)};
}

}  // namespace ce::protocol
