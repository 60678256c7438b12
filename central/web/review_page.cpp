#include "central/web/review_page.h"

#include <algorithm>

namespace ce::web {
namespace {

/// `boxes`: there is a column to pick in; of closed years alone nothing can be picked.
Fields item_row(ReviewView::Item const& item, bool boxes) {
  return Fields{}
      .text("key", item.key)
      .flag("boxes", boxes)
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

bool any_to_decide(ReviewView const& view) {
  return std::any_of(view.items.begin(), view.items.end(),
                     [](auto const& item) { return item.closed.empty(); });
}

std::string review_page(Shell const& shell, ReviewView const& view) {
  bool const decidable = any_to_decide(view);
  Fields body;
  body.rows("filters", rows_of(view.filters, [](Field const& field) { return fields_of(field); }))
      .text("action", view.action)
      .text("told", view.told)
      .rows("items", rows_of(view.items, [&](auto const& item) { return item_row(item, decidable); }))
      .flag("decidable", decidable)
      .rows("missed", rows_of(view.missed, missed_row))
      .text("reason", view.reason);
  put_pager(body, view.pager);
  put_empty(body, view.empty);
  return page(shell, "pages/review", std::move(body));
}

}  // namespace ce::web
