#include "central/web/records_page.h"

namespace ce::web {

std::string records_page(Shell const& shell, RecordsView const& view) {
  Fields body;
  body.text("told", view.told).rows("records", rows_of(view.records, [](RecordsView::Record const& record) {
                                      return Fields{}
                                          .text("href", record.href)
                                          .text("content", record.content)
                                          .part("state", fields_of(record.state))
                                          .text("sentence", record.sentence);
                                    }));
  put_empty(body, view.empty);
  return page(shell, "pages/records", std::move(body));
}

}  // namespace ce::web
