#include "central/web/sites_page.h"

namespace ce::web {
namespace {

Fields site_row(SitesView::Row const& row) {
  return Fields{}
      .text("href", row.href)
      .text("name", row.name)
      .text("region", row.region)
      .text("mark", row.mark)
      .text("at", row.at)
      .part("state", fields_of(row.state));
}

}  // namespace

std::string sites_page(Shell const& shell, SitesView const& view) {
  Fields body;
  put_form(body, view.fields);
  body.text("key", view.key)
      .text("key_of", view.key_of)
      .part("state", fields_of(Badge{Tone::good, "已接入"}))
      .text("told", view.told)
      .rows("rows", rows_of(view.rows, site_row));
  put_empty(body, view.empty);
  return page(shell, "pages/sites", std::move(body));
}

}  // namespace ce::web
