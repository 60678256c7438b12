#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "central/console/registers_view.h"
#include "central/http/console.h"
#include "central/registers/register_file.h"

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

Result<std::string> registers_list(Backend const& backend, Request const& request) {
  auto asked = asked_of_register(request);
  CE_TRY(auto shell, console_frame(backend, request, Room::registers));
  CE_TRY(auto const view, console::registers_shown(visitor_of(backend, request), asked));
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

template <class Write>
Response file_of(Backend const& backend, Request const& request, std::string_view ending, char const* type,
                 Write write) {
  auto const visitor = visitor_of(backend, request);
  auto const filter = console::filter_of(visitor, asked_of_register(request));
  registers::FileOptions const options{.names = registers::names_for(visitor.actor(), filter.scope),
                                       .now = visitor.now};
  auto const file = std::filesystem::temp_directory_path() /
                    ("ce-register-" + EntryId::make().text() + "." + std::string{ending});
  // Whoever takes a list of people away is in the chain before the file is theirs.
  auto const noted = console::note_register_taken(visitor, filter, options.names, ending);
  if (!noted) return console_failure(backend, request, noted.failure());
  auto const written = write(visitor.store, filter, options, file);
  if (!written) return console_failure(backend, request, written.failure());
  std::ifstream stream{file, std::ios::binary};
  Response response;
  response.content_type = type;
  response.body.assign(std::istreambuf_iterator<char>{stream}, {});
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  response.headers = {{"Content-Disposition", "attachment; filename=\"issue-register-" + filter.scope.code +
                                                  "." + std::string{ending} + "\""}};
  return response;
}

Response show_register_sheet(Backend const& backend, Request const& request) {
  return file_of(backend, request, "xlsx",
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                 [](auto const& store, auto const& filter, auto const& options, auto const& file) {
                   return registers::write_xlsx(store, filter, options, file);
                 });
}

Response show_register_pdf(Backend const& backend, Request const& request) {
  return file_of(backend, request, "pdf", "application/pdf",
                 [](auto const& store, auto const& filter, auto const& options, auto const& file) {
                   return registers::write_pdf(store, filter, options, file);
                 });
}

}  // namespace

std::vector<Route> console_register_routes(Backend const& backend) {
  return {console_route(backend, Method::get, "/console/registers", Room::registers, show_registers),
          console_route(backend, Method::get, "/console/registers/register.xlsx", Room::registers,
                        show_register_sheet),
          console_route(backend, Method::get, "/console/registers/register.pdf", Room::registers,
                        show_register_pdf)};
}

}  // namespace ce::http
