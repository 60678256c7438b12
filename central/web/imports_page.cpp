#include "central/web/imports_page.h"

namespace ce::web {
namespace {

Fields job_row(ImportsView const& view, ImportsView::Job const& job) {
  return Fields{}
      .text("done", view.done)
      .text("left", view.left)
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
  body.text("action", view.action)
      .text("heading", view.heading)
      .text("lead", view.lead)
      .text("word", view.word)
      .text("note", view.note)
      .text("caption", view.caption)
      .text("done", view.done)
      .text("left", view.left)
      .rows("jobs", rows_of(view.jobs, [&](ImportsView::Job const& job) { return job_row(view, job); }));
  std::optional<Empty> empty;
  if (view.jobs.empty()) {
    empty = Empty{.icon = "table",
                  .title = view.none,
                  .advice = "上传之后，每个文件的办理结果都会保存在这里，可以随时下载。"};
  }
  put_empty(body, empty);
  return page(shell, "pages/imports", std::move(body));
}

}  // namespace ce::web
