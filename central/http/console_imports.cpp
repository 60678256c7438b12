#include <filesystem>
#include <fstream>
#include <iterator>

#include "central/console/imports_view.h"
#include "central/http/console.h"
#include "central/registration/columns.h"
#include "central/registration/csv.h"
#include "central/registration/report_file.h"
#include "shared/base/entry_id.h"

namespace ce::http {
namespace {

using console::Room;

constexpr std::size_t import_body = registration::most_file_bytes + (64U << 10U);
constexpr char const* sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr char const* csv_type = "text/csv; charset=utf-8";

Response download(std::string bytes, std::string const& name, std::string_view ending) {
  Response response;
  response.content_type = ending == "xlsx" ? sheet_type : csv_type;
  response.body = std::move(bytes);
  response.headers = {
      {"Content-Disposition", "attachment; filename=\"" + name + "." + std::string{ending} + "\""}};
  return response;
}

Result<std::string> imports_list(Backend const& backend, Request const& request,
                                 std::string const& error = {}) {
  CE_TRY(auto shell, console_frame(backend, request, Room::imports));
  CE_TRY(auto const view, console::imports_shown(visitor_of(backend, request), backend.tray, error));
  shell.actions = {{"/console/imports/template.xlsx", "download", "下载模板（XLSX）", true, true},
                   {"/console/imports/template.csv", "download", "CSV", true, true}};
  return web::imports_page(shell, view);
}

Response show_imports(Backend const& backend, Request const& request) {
  return console_answer(backend, request, imports_list(backend, request));
}

Response take_import(Backend const& backend, Request const& request) {
  imports::Brought brought{
      .file_name = {}, .bytes = {}, .all_or_nothing = !request.form_value("whole").empty()};
  for (auto const& file : request.files) {
    if (file.field != "file") continue;
    brought.file_name = file.name;
    brought.bytes = file.bytes;
  }
  auto const visitor = visitor_of(backend, request);
  auto const job = imports::take_in({backend.store, backend.tray}, visitor.actor(), brought, visitor.now);
  if (!job && job.failure().code == FailureCode::file_refused) {
    return console_answer(backend, request, imports_list(backend, request, job.failure().detail), 422);
  }
  if (!job) return console_failure(backend, request, job.failure());
  backend.wake_imports();
  return redirect("/console/imports/" + *job);
}

Result<std::string> job_page(Backend const& backend, Request const& request) {
  auto const& id = request.captures.at(0);
  auto const after = number_in(request.query_value("after")).value_or(0);
  CE_TRY(auto const shown, console::import_shown(visitor_of(backend, request), backend.tray, id, after));
  CE_TRY(auto shell, console_frame(backend, request, Room::imports, shown.file_name));
  if (shown.running) shell.refresh = "3";
  if (shown.has_report) {
    shell.actions = {{"/console/imports/" + id + "/report.xlsx", "download", "下载结果（XLSX）", true, true},
                     {"/console/imports/" + id + "/report.csv", "download", "CSV", true, true}};
  }
  return web::job_page(shell, shown.view);
}

Response show_job(Backend const& backend, Request const& request) {
  return console_answer(backend, request, job_page(backend, request));
}

Response show_progress(Backend const& backend, Request const& request) {
  auto const progress =
      console::import_progress(visitor_of(backend, request), backend.tray, request.captures.at(0));
  if (!progress) return failed(backend, progress.failure());
  return job_state(*progress);
}

Response stop_job(Backend const& backend, Request const& request) {
  auto const& id = request.captures.at(0);
  auto const visitor = visitor_of(backend, request);
  auto const stopped = imports::stop({backend.store, backend.tray}, visitor.actor(), id);
  if (!stopped) return console_failure(backend, request, stopped.failure());
  return redirect(with_notice("/console/imports/" + id, "stopping"));
}

Response show_report(Backend const& backend, Request const& request, std::string_view ending) {
  auto const job =
      imports::find({backend.store, backend.tray}, request.signed_in->actor, request.captures.at(0));
  if (!job) return console_failure(backend, request, job.failure());
  auto bytes = backend.tray.report(job->id, ending);
  if (!bytes) return console_failure(backend, request, bytes.failure());
  return download(std::move(bytes).value(), "registration-report", ending);
}

Response show_sheet_report(Backend const& backend, Request const& request) {
  return show_report(backend, request, "xlsx");
}
Response show_csv_report(Backend const& backend, Request const& request) {
  return show_report(backend, request, "csv");
}

// The workbook is written by a library that writes files; made anew for each download, which are few.
Response show_template(Backend const& backend, Request const& request) {
  auto const file =
      std::filesystem::temp_directory_path() / ("ce-template-" + EntryId::make().text() + ".xlsx");
  auto const written = registration::write_template(file);
  if (!written) return console_failure(backend, request, written.failure());
  std::ifstream stream{file, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return download(std::move(bytes), "registration-template", "xlsx");
}

Response show_csv_template(Backend const&, Request const&) {
  std::vector<std::string> headings;
  for (auto const& column : registration::columns()) headings.emplace_back(column.heading);
  return download(registration::csv_text({headings}), "registration-template", "csv");
}

}  // namespace

std::vector<Route> console_import_routes(Backend const& backend) {
  auto const route = [&](Method method, char const* pattern, ConsoleHandler handle,
                         std::size_t body = small_body) {
    return console_route(backend, method, pattern, Room::imports, handle, body);
  };
  return {route(Method::get, "/console/imports", show_imports),
          route(Method::post, "/console/imports", take_import, import_body),
          route(Method::get, "/console/imports/template.xlsx", show_template),
          route(Method::get, "/console/imports/template.csv", show_csv_template),
          route(Method::get, "/console/imports/{job}", show_job),
          route(Method::get, "/console/imports/{job}/state", show_progress),
          route(Method::post, "/console/imports/{job}/stop", stop_job),
          route(Method::get, "/console/imports/{job}/report.xlsx", show_sheet_report),
          route(Method::get, "/console/imports/{job}/report.csv", show_csv_report)};
}

}  // namespace ce::http
