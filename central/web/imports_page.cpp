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

}  // namespace ce::web
