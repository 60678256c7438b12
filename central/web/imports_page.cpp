#include "central/web/imports_page.h"

namespace ce::web {
namespace {

Fields job_row(ImportsView::Job const& job) {
  return Fields{}
      .text("href", job.href)
      .text("name", job.name)
      .text("at", job.at)
      .part("state", fields_of(job.state))
      .text("registered", job.registered)
      .text("refused", job.refused);
}

Fields result_row(ImportJobView::Row const& row) {
  return Fields{}.text("row", row.row).part("fate", fields_of(row.fate)).text("said", row.said);
}

}  // namespace

std::string imports_page(Shell const& shell, ImportsView const& view) {
  Fields body;
  put_form(body, view.fields);
  body.rows("jobs", rows_of(view.jobs, job_row));
  put_empty(body,
            view.jobs.empty()
                ? std::optional{Empty{.icon = "table",
                                      .title = "还没有上传过登记表",
                                      .advice = "上传之后，每个文件的登记结果都会保存在这里，可以随时下载。"}}
                : std::nullopt);
  return page(shell, "pages/imports", std::move(body));
}

std::string import_job_page(Shell const& shell, ImportJobView const& view) {
  Fields body;
  body.flag("running", view.running)
      .part("state", fields_of(view.state))
      .text("done", std::to_string(view.done))
      .text("all", std::to_string(view.all > 0 ? view.all : 1))
      .text("told", view.told)
      .text("poll", view.poll)
      .text("stop", view.stop)
      .rows("figures", rows_of(view.figures, [](Figure const& figure) { return fields_of(figure); }))
      .rows("rows", rows_of(view.rows, result_row))
      .text("rows_told", view.rows_told);
  put_pager(body, view.pager);
  put_empty_card(body, view.empty);
  return page(shell, "pages/import_job", std::move(body));
}

}  // namespace ce::web
