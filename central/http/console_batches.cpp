#include "central/console/batches_view.h"
#include "central/http/console.h"

namespace ce::http {
namespace {

using console::Room;

Result<std::string> batch_page(Backend const& backend, Request const& request) {
  auto const& id = request.captures.at(0);
  auto const after = number_in(request.query_value("after")).value_or(0);
  CE_TRY(auto const shown, console::batch_shown(visitor_of(backend, request), id, after));
  CE_TRY(auto shell, console_frame(backend, request, Room::issuing, shown.title));
  if (shown.running) shell.refresh = "3";
  return web::job_page(shell, shown.view);
}

Response show_batch(Backend const& backend, Request const& request) {
  return console_answer(backend, request, batch_page(backend, request));
}

Response show_batch_state(Backend const& backend, Request const& request) {
  auto const progress = console::batch_progress(visitor_of(backend, request), request.captures.at(0));
  if (!progress) return failed(backend, progress.failure());
  return job_state(*progress);
}

Response resume_batch(Backend const& backend, Request const& request) {
  auto const& id = request.captures.at(0);
  auto const visitor = visitor_of(backend, request);
  auto const resumed = batches::resume(visitor.store, visitor.actor(), id, visitor.now);
  if (!resumed) return console_failure(backend, request, resumed.failure());
  backend.wake_batches();
  return redirect("/console/issuing/batches/" + id);
}

}  // namespace

std::vector<Route> console_batch_routes(Backend const& backend) {
  auto const route = [&](Method method, char const* pattern, ConsoleHandler handle) {
    return console_route(backend, method, pattern, Room::issuing, handle);
  };
  return {route(Method::get, "/console/issuing/batches/{batch}", show_batch),
          route(Method::get, "/console/issuing/batches/{batch}/state", show_batch_state),
          route(Method::post, "/console/issuing/batches/{batch}/resume", resume_batch)};
}

}  // namespace ce::http
