#include "central/web/review_page.h"

#include <algorithm>

namespace ce::web {
namespace {

Fields item_row(ReviewView::Item const& item) {
  return Fields{}
      .text("key", item.key)
      .text("closed", item.closed)
      .flag("picked", item.picked)
      .text("href", item.href)
      .text("content", item.content)
      .text("institution", item.institution)
      .text("person", item.person)
      .text("id_number", item.id_number)
      .text("unit", item.unit)
      .text("subject", item.subject)
      .flag("mandatory", item.mandatory)
      .text("activity", item.activity)
      .text("from", item.from)
      .text("to", item.to)
      .text("stated", item.stated)
      .text("proofs", item.proofs)
      .text("registered", item.registered)
      .text("said", item.said);
}

Fields missed_row(ReviewView::Missed const& missed) {
  return Fields{}
      .text("href", missed.href)
      .text("content", missed.content)
      .text("person", missed.person)
      .text("said", missed.said);
}

}  // namespace

std::string review_page(Shell const& shell, ReviewView const& view) {
  Fields body;
  body.rows("filters", rows_of(view.filters, [](Field const& field) { return fields_of(field); }))
      .text("action", view.action)
      .text("told", view.told)
      .rows("items", rows_of(view.items, item_row))
      .flag("decidable", std::any_of(view.items.begin(), view.items.end(),
                                     [](auto const& item) { return item.closed.empty(); }))
      .rows("missed", rows_of(view.missed, missed_row))
      .text("reason", view.reason);
  put_pager(body, view.pager);
  put_empty(body, view.empty);
  return page(shell, "pages/review", std::move(body));
}

}  // namespace ce::web
