#include "central/web/job_page.h"

namespace ce::web {

std::string job_page(Shell const& shell, JobView const& view) {
  auto const row_of_result = [&](JobView::Row const& row) {
    return Fields{}
        .text("row", row.row)
        .text("row_head", view.row_head)
        .flag("numbered", view.numbered)
        .part("fate", fields_of(row.fate))
        .text("said", row.said);
  };
  Fields body;
  body.flag("running", view.running)
      .part("state", fields_of(view.state))
      .text("doing", view.doing)
      .text("bar", view.bar)
      .text("lead", view.lead)
      .text("done", std::to_string(view.done))
      .text("all", std::to_string(view.all > 0 ? view.all : 1))
      .text("told", view.told)
      .text("poll", view.poll)
      .text("stop", view.stop)
      .text("stop_word", view.stop_word)
      .text("resume", view.resume)
      .text("resume_lead", view.resume_lead)
      .rows("figures", rows_of(view.figures, [](Figure const& figure) { return fields_of(figure); }))
      .rows("rows", rows_of(view.rows, row_of_result))
      .text("row_head", view.row_head)
      .flag("numbered", view.numbered)
      .text("rows_told", view.rows_told);
  put_pager(body, view.pager);
  put_empty_card(body, view.empty);
  return page(shell, "pages/job", std::move(body));
}

}  // namespace ce::web
