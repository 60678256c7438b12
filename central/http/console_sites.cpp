#include "central/console/sites_view.h"
#include "central/http/console.h"
#include "central/http/problem.h"

namespace ce::http {
namespace {

using console::Room;

Result<std::string> sites_list(Backend const& backend, Request const& request,
                               std::string const& error = {}) {
  CE_TRY(auto shell, console_frame(backend, request, Room::sites));
  CE_TRY(auto const view, console::sites_shown(visitor_of(backend, request), error));
  return web::sites_page(shell, view);
}

Response show_sites(Backend const& backend, Request const& request) {
  return console_answer(backend, request, sites_list(backend, request));
}

Result<std::string> key_page(Backend const& backend, Request const& request,
                             console::SiteEnrolled const& enrolled) {
  CE_TRY(auto shell, console_frame(backend, request, Room::sites));
  CE_TRY(auto view, console::sites_shown(visitor_of(backend, request)));
  view.key = enrolled.key.reveal();
  view.key_of = enrolled.site.name;
  return web::sites_page(shell, view);
}

// The key stands in this one answer: it is in no address, and a look back asks for the list anew.
Response enrol_site(Backend const& backend, Request const& request) {
  auto const institution = number_in(request.form_value("institution"));
  if (!institution) {
    return console_answer(backend, request, sites_list(backend, request, "学习机构：请选择"), 422);
  }
  auto const enrolled = console::enrol_site(visitor_of(backend, request), *institution);
  if (enrolled) return console_answer(backend, request, key_page(backend, request, *enrolled));
  if (enrolled.failure().code != FailureCode::input_invalid)
    return console_failure(backend, request, enrolled.failure());
  return console_answer(backend, request,
                        sites_list(backend, request, "学习机构：不是经认定的网上学习机构，请重新选择"), 422);
}

Result<std::string> site_page(Backend const& backend, Request const& request, std::string const& trouble) {
  CE_TRY(auto const shown, console::site_shown(visitor_of(backend, request), request.captures.at(0)));
  CE_TRY(auto shell, console_frame(backend, request, Room::sites, shown.name));
  if (!trouble.empty()) shell.notices.push_back({web::Tone::bad, trouble});
  return web::detail_page(shell, shown.view);
}

Response show_site(Backend const& backend, Request const& request) {
  return console_answer(backend, request, site_page(backend, request, {}));
}

Response change_site(Backend const& backend, Request const& request) {
  auto const& key = request.captures.at(0);
  if (request.form_value("act") != "revoke")
    return console_answer(backend, request, site_page(backend, request, "请选择要办理的事项"), 422);
  auto const revoked = console::revoke_site(visitor_of(backend, request), key);
  if (revoked) return redirect(with_notice("/console/sites/" + key, "site_revoked"));
  if (revoked.failure().code != FailureCode::input_invalid)
    return console_failure(backend, request, revoked.failure());
  return console_answer(backend, request, site_page(backend, request, "这把密钥已经停用。"), 422);
}

}  // namespace

std::vector<Route> console_site_routes(Backend const& backend) {
  auto const route = [&](Method method, char const* pattern, ConsoleHandler handle) {
    return console_route(backend, method, pattern, Room::sites, handle);
  };
  return {route(Method::get, "/console/sites", show_sites), route(Method::post, "/console/sites", enrol_site),
          route(Method::get, "/console/sites/{key}", show_site),
          route(Method::post, "/console/sites/{key}", change_site)};
}

}  // namespace ce::http
