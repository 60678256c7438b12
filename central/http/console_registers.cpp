#include <algorithm>

#include "central/console/register_files_view.h"
#include "central/console/registers_view.h"
#include "central/http/console.h"

namespace ce::http {
namespace {

using console::Room;

// What regions, days, numbers and the names of kiosks are made of; it goes back into addresses as it is.
bool is_plain(std::string_view text) {
  return text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                  c == '.' || c == '_';
         });
}

console::RegistersAsked asked_of_register(Request const& request) {
  auto const member = [&](std::string_view name) {
    std::string text{request.query_value(name)};
    return is_plain(text) ? text : std::string{};
  };
  console::RegistersAsked asked{member("region"), member("year"),  member("from"),
                                member("to"),     member("kiosk"), {}};
  asked.after.number = member("after");
  asked.after.requested_ms = number_in(request.query_value("at")).value_or(0);
  asked.after.print = member("print");
  return asked;
}

register_jobs::Desk desk_of(Backend const& backend) {
  return {backend.store, backend.register_files.directory};
}

Result<std::string> registers_list(Backend const& backend, Request const& request) {
  auto asked = asked_of_register(request);
  CE_TRY(auto shell, console_frame(backend, request, Room::registers));
  CE_TRY(auto const view, console::registers_shown(visitor_of(backend, request), asked));
  CE_TRY(auto const files, console::register_notices(visitor_of(backend, request), desk_of(backend)));
  shell.notices.insert(shell.notices.end(), files.begin(), files.end());
  asked.after = {};
  shell.lead = "证书的核发和打印自动登记，逐级汇总（第十五条）。";
  shell.actions = {{console::registers_address("/console/registers/register.xlsx", asked), "table",
                    "下载 XLSX", true, true},
                   {console::registers_address("/console/registers/register.pdf", asked), "document",
                    "下载 PDF", true, true}};
  return web::registers_page(shell, view);
}

Response show_registers(Backend const& backend, Request const& request) {
  return console_answer(backend, request, registers_list(backend, request));
}

// Whoever takes a list of people away is in the chain before the file is theirs.
Response taken_away(Backend const& backend, Request const& request, Result<std::string> bytes,
                    register_jobs::Asked const& asked) {
  bool const sheet = asked.format == register_jobs::Format::xlsx;
  if (!bytes) return console_failure(backend, request, bytes.failure());
  auto const noted = console::note_register_taken(visitor_of(backend, request), asked.filter, asked.names,
                                                  sheet ? "xlsx" : "pdf");
  if (!noted) return console_failure(backend, request, noted.failure());
  Response response;
  response.content_type =
      sheet ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/pdf";
  response.body = std::move(bytes).value();
  response.headers = {{"Content-Disposition", "attachment; filename=\"issue-register-" +
                                                  asked.filter.scope.code + (sheet ? ".xlsx\"" : ".pdf\"")}};
  return response;
}

// A short one is here at once; a longer one is written by a job, and its page says how far it is.
template <register_jobs::Format format>
Response show_register_file(Backend const& backend, Request const& request) {
  auto const visitor = visitor_of(backend, request);
  auto const asked = console::register_asked(visitor, asked_of_register(request), format);
  auto const desk = desk_of(backend);
  auto const is_short = register_jobs::is_short(desk, asked.filter);
  if (!is_short) return console_failure(backend, request, is_short.failure());
  if (*is_short)
    return taken_away(backend, request, register_jobs::written_at_once(desk, asked, visitor.now), asked);
  auto const job = register_jobs::take_in(desk, asked, visitor.now);
  if (!job) return console_failure(backend, request, job.failure());
  backend.register_files.wake();
  return redirect(console::address_of_register(*job));
}

Result<std::string> file_page(Backend const& backend, Request const& request) {
  CE_TRY(auto const shown,
         console::register_file_shown(visitor_of(backend, request), desk_of(backend), request.captures.at(0),
                                      backend.register_files.hours));
  CE_TRY(auto shell, console_frame(backend, request, Room::registers, shown.title));
  if (shown.running) shell.refresh = "3";
  return web::job_page(shell, shown.view);
}

Response show_file_page(Backend const& backend, Request const& request) {
  return console_answer(backend, request, file_page(backend, request));
}

Response show_file_state(Backend const& backend, Request const& request) {
  auto const progress =
      console::register_progress(visitor_of(backend, request), desk_of(backend), request.captures.at(0));
  if (!progress) return failed(backend, progress.failure());
  return job_state(*progress);
}

Response fetch_file(Backend const& backend, Request const& request) {
  auto const desk = desk_of(backend);
  auto const job =
      register_jobs::find(desk, visitor_of(backend, request).actor().account, request.captures.at(0));
  if (!job) return console_failure(backend, request, job.failure());
  return taken_away(backend, request, register_jobs::file_of(desk, *job), job->asked);
}

}  // namespace

std::vector<Route> console_register_routes(Backend const& backend) {
  using register_jobs::Format;
  auto const route = [&](char const* pattern, ConsoleHandler handle) {
    return console_route(backend, Method::get, pattern, Room::registers, handle);
  };
  return {route("/console/registers", show_registers),
          route("/console/registers/register.xlsx", show_register_file<Format::xlsx>),
          route("/console/registers/register.pdf", show_register_file<Format::pdf>),
          route("/console/registers/files/{job}", show_file_page),
          route("/console/registers/files/{job}/state", show_file_state),
          route("/console/registers/files/{job}/file", fetch_file)};
}

}  // namespace ce::http
