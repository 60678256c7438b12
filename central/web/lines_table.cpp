#include "central/web/lines_table.h"

namespace ce::web {

Fields fields_of(LinesTable const& table) {
  // A row is filled on its own, so each has the heads that small screens show beside the values.
  auto const row = [&](Line const& line) {
    auto fields = Fields{}
                      .text("href", line.href)
                      .text("name", line.name)
                      .text("value", line.value)
                      .text("note", line.note)
                      .text("value_head", table.heads[1])
                      .text("note_head", table.heads[3])
                      .part("state", fields_of(line.state));
    fields.flag("plain", line.href.empty());
    return fields;
  };
  return Fields{}
      .text("heading", table.heading)
      .text("told", table.told)
      .text("head1", table.heads[0])
      .text("head2", table.heads[1])
      .text("head3", table.heads[2])
      .text("head4", table.heads[3])
      .rows("lines", rows_of(table.lines, row));
}

}  // namespace ce::web
