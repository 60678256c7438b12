#include "central/web/roster_page.h"

namespace ce::web {
namespace {

Fields roster_row(RosterView::Row const& row, std::vector<std::string> const& heads) {
  Fields::Rows cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    cells.push_back(Fields{}
                        .text("head", i + 1 < heads.size() ? heads[i + 1] : "")
                        .text("cell", row.cells[i].text)
                        .flag("whole", row.cells[i].whole));
  }
  return Fields{}
      .text("href", row.href)
      .text("name", row.name)
      .rows("cells", std::move(cells))
      .part("state", fields_of(row.state));
}

}  // namespace

std::string roster_page(Shell const& shell, RosterView const& view) {
  Fields body;
  body.text("filter_label", view.filter_label)
      .text("action", view.action)
      .text("word", view.word)
      .text("method", view.posted ? "post" : "get")
      .flag("posted", view.posted)
      .rows("filters", rows_of(view.filters, [](Field const& field) { return fields_of(field); }))
      .text("told", view.told)
      .rows("heads", rows_of(view.heads, [](std::string const& head) { return Fields{}.text("head", head); }))
      .rows("rows", rows_of(view.rows, [&](auto const& row) { return roster_row(row, view.heads); }));
  put_pager(body, view.pager);
  put_empty(body, view.empty);
  return page(shell, "pages/roster", std::move(body));
}

}  // namespace ce::web
