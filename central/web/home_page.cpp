#include "central/web/home_page.h"

namespace ce::web {
namespace {

Fields todo_row(Todo const& todo) {
  return Fields{}
      .part("badge", fields_of(todo.badge))
      .text("href", todo.href)
      .text("headline", todo.headline)
      .text("advice", todo.advice);
}

void put_side(Fields& page, std::string const& name, HomeView::Side const& side) {
  page.flag(name, false);
  if (side.columns.empty() && side.bars.empty()) return;
  Fields part;
  part.rows("columns", rows_of(side.columns, [](Columns const& columns) { return fields_of(columns); }))
      .rows("bars", rows_of(side.bars, [](Bars const& bars) { return fields_of(bars); }));
  page.part(name, std::move(part));
}

}  // namespace

std::string home_page(Shell const& shell, HomeView const& view) {
  Fields body;
  body.rows("todos", rows_of(view.todos, todo_row))
      .rows("figures", rows_of(view.figures, [](Figure const& figure) { return fields_of(figure); }))
      .rows("kiosks", rows_of(view.kiosks, [](KioskRow const& kiosk) { return fields_of(kiosk); }))
      .text("kiosks_told", view.kiosks_told);
  put_side(body, "left", view.left);
  put_side(body, "right", view.right);
  put_empty_card(body, view.empty);
  return page(shell, "pages/home", std::move(body));
}

}  // namespace ce::web
