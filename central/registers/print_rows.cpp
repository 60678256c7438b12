#include "central/registers/print_rows.h"

#include <limits>

#include "central/store/words.h"

namespace ce::registers {

std::string latest(std::string const& column) {
  return "(SELECT o." + column +
         " FROM print_outcomes o WHERE o.print_id = r.print_id AND o.kiosk = r.kiosk "
         "ORDER BY o.settled_ms DESC, o.entry_id DESC LIMIT 1)";
}

Result<Print> read_print(storage::Statement const& row) {
  Print print;
  print.id = row.text(10);
  print.copy = static_cast<int>(row.integer(11));
  print.blank_number = row.text(12);
  print.kiosk = row.text(13);
  print.hall = row.text(14);
  print.requested = Instant{row.integer(15)};
  if (!row.is_null(16)) {
    CE_TRY(print.outcome, store::from_protocol_word<protocol::PrintOutcome>(row.text(16)));
  }
  print.cause = row.text(17);
  return print;
}

std::pair<std::int64_t, std::int64_t> print_span(Filter const& filter) {
  return {filter.printed_from ? start_of_china_day(*filter.printed_from).ms : 0,
          filter.printed_to ? start_of_china_day(Date::from_days(filter.printed_to->days() + 1)).ms
                            : std::numeric_limits<std::int64_t>::max()};
}

std::string end_of(store::RegionScope const& scope) {
  return scope.last() + "99999999";
}

void add_prints(RollUp& sum, std::string_view outcome, storage::Statement const& row, int column) {
  auto const prints = row.integer(column);
  auto const with_blank = row.integer(column + 1);
  if (outcome == "sent_to_printer" || outcome == "confirmed") {
    sum.printed += prints;
    sum.blanks_used += with_blank;
  } else if (outcome == "failed") {
    sum.blanks_void += with_blank - row.integer(column + 2);
  } else {
    sum.unresolved += prints;
  }
}

}  // namespace ce::registers
