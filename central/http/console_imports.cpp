#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "central/console/closed_view.h"
#include "central/console/imports_view.h"
#include "central/http/console.h"
#include "central/registration/columns.h"
#include "central/registration/csv.h"
#include "central/registration/report_file.h"
#include "central/roster/import_people.h"
#include "central/roster/people_columns.h"
#include "shared/base/entry_id.h"

namespace ce::http {
namespace {

using console::Room;
using imports::Kind;

constexpr std::size_t import_body = registration::most_file_bytes + (64U << 10U);
constexpr char const* sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr auto template_names = std::to_array<char const*>({"registration-template", "people-template"});
constexpr char const* csv_type = "text/csv; charset=utf-8";

Response download(std::string bytes, std::string const& name, std::string_view ending) {
  Response response;
  response.content_type = ending == "xlsx" ? sheet_type : csv_type;
  response.body = std::move(bytes);
  response.headers = {
      {"Content-Disposition", "attachment; filename=\"" + name + "." + std::string{ending} + "\""}};
  return response;
}

constexpr Room room_of(Kind kind) {
  return kind == Kind::records ? Room::imports : Room::people;
}

template <Kind kind>
Result<std::string> imports_list(Backend const& backend, Request const& request,
                                 std::string const& error = {}) {
  CE_TRY(auto shell, console_frame(backend, request, room_of(kind),
                                   kind == Kind::records ? std::string{} : "按文件建档"));
  CE_TRY(auto const view, console::imports_shown(visitor_of(backend, request), backend.tray, kind, error));
  if constexpr (kind == Kind::records) {
    CE_TRY(auto const closed, console::closed_to_registering(visitor_of(backend, request)));
    if (closed) shell.notices.push_back(*closed);
  }
  auto const here = console::address_of(kind);
  shell.actions = {{here + "/template.xlsx", "download", "下载模板（XLSX）", true, true},
                   {here + "/template.csv", "download", "CSV", true, true}};
  return web::imports_page(shell, view);
}

template <Kind kind>
Response show_imports(Backend const& backend, Request const& request) {
  return console_answer(backend, request, imports_list<kind>(backend, request));
}

template <Kind kind>
Response take_import(Backend const& backend, Request const& request) {
  imports::Brought brought{
      .file_name = {}, .bytes = {}, .all_or_nothing = !request.form_value("whole").empty(), .kind = kind};
  for (auto const& file : request.files) {
    if (file.field != "file") continue;
    brought.file_name = file.name;
    brought.bytes = file.bytes;
  }
  auto const visitor = visitor_of(backend, request);
  auto const job = imports::take_in({backend.store, backend.tray, backend.waiting_imports}, visitor.actor(),
                                    brought, visitor.now);
  if (!job && job.failure().code == FailureCode::file_refused) {
    return console_answer(backend, request, imports_list<kind>(backend, request, job.failure().detail), 422);
  }
  if (!job) return console_failure(backend, request, job.failure());
  backend.wake_imports();
  return redirect(console::address_of(kind) + "/" + *job);
}

template <Kind kind>
Result<std::string> job_page(Backend const& backend, Request const& request) {
  auto const& id = request.captures.at(0);
  auto const after = number_in(request.query_value("after")).value_or(0);
  CE_TRY(auto const shown,
         console::import_shown(visitor_of(backend, request), backend.tray, kind, id, after));
  CE_TRY(auto shell, console_frame(backend, request, room_of(kind), shown.file_name));
  if (shown.running) shell.refresh = "3";
  if (shown.has_report) {
    auto const here = console::address_of(kind) + "/" + id;
    shell.actions = {{here + "/report.xlsx", "download", "下载结果（XLSX）", true, true},
                     {here + "/report.csv", "download", "CSV", true, true}};
  }
  return web::job_page(shell, shown.view);
}

template <Kind kind>
Response show_job(Backend const& backend, Request const& request) {
  return console_answer(backend, request, job_page<kind>(backend, request));
}

template <Kind kind>
Response show_progress(Backend const& backend, Request const& request) {
  auto const progress =
      console::import_progress(visitor_of(backend, request), backend.tray, kind, request.captures.at(0));
  if (!progress) return failed(backend, progress.failure());
  return job_state(*progress);
}

template <Kind kind>
Response stop_job(Backend const& backend, Request const& request) {
  auto const& id = request.captures.at(0);
  auto const visitor = visitor_of(backend, request);
  auto const stopped = imports::stop({backend.store, backend.tray}, visitor.actor(), id, visitor.now);
  if (!stopped) return console_failure(backend, request, stopped.failure());
  return redirect(with_notice(console::address_of(kind) + "/" + id, "stopping"));
}

template <Kind kind>
Response show_report(Backend const& backend, Request const& request, std::string_view ending) {
  auto const job =
      console::import_of(visitor_of(backend, request), backend.tray, kind, request.captures.at(0));
  if (!job) return console_failure(backend, request, job.failure());
  auto bytes = backend.tray.report(job->id, ending);
  if (!bytes) return console_failure(backend, request, bytes.failure());
  return download(std::move(bytes).value(), kind == Kind::records ? "registration-report" : "people-report",
                  ending);
}

template <Kind kind>
Response show_sheet_report(Backend const& backend, Request const& request) {
  return show_report<kind>(backend, request, "xlsx");
}
template <Kind kind>
Response show_csv_report(Backend const& backend, Request const& request) {
  return show_report<kind>(backend, request, "csv");
}

// The workbook is written by a library that writes files; made anew for each download, which are few.
template <Kind kind>
Response show_template(Backend const& backend, Request const& request) {
  auto const file =
      std::filesystem::temp_directory_path() / ("ce-template-" + EntryId::make().text() + ".xlsx");
  auto const written =
      kind == Kind::records ? registration::write_template(file) : roster::write_people_template(file);
  if (!written) return console_failure(backend, request, written.failure());
  std::ifstream stream{file, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  return download(std::move(bytes), template_names.at(static_cast<std::size_t>(kind)), "xlsx");
}

template <Kind kind>
Response show_csv_template(Backend const&, Request const&) {
  std::vector<std::string> headings;
  if (kind == Kind::records) {
    for (auto const& column : registration::columns()) headings.emplace_back(column.heading);
  } else {
    for (auto const& column : roster::person_columns) headings.emplace_back(column.heading);
  }
  return download(registration::csv_text({headings}), template_names.at(static_cast<std::size_t>(kind)),
                  "csv");
}

template <Kind kind>
void add_routes(Backend const& backend, std::vector<Route>& routes) {
  auto const route = [&](Method method, std::string_view below, ConsoleHandler handle,
                         std::size_t body = small_body) {
    routes.push_back(
        console_route(backend, method, console::address_of(kind).append(below), room_of(kind), handle, body));
  };
  route(Method::get, "", show_imports<kind>);
  route(Method::post, "", take_import<kind>, import_body);
  route(Method::get, "/template.xlsx", show_template<kind>);
  route(Method::get, "/template.csv", show_csv_template<kind>);
  route(Method::get, "/{job}", show_job<kind>);
  route(Method::get, "/{job}/state", show_progress<kind>);
  route(Method::post, "/{job}/stop", stop_job<kind>);
  route(Method::get, "/{job}/report.xlsx", show_sheet_report<kind>);
  route(Method::get, "/{job}/report.csv", show_csv_report<kind>);
}

}  // namespace

std::vector<Route> console_import_routes(Backend const& backend) {
  std::vector<Route> routes;
  add_routes<Kind::records>(backend, routes);
  add_routes<Kind::people>(backend, routes);
  return routes;
}

}  // namespace ce::http
