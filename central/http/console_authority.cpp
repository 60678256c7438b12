#include "central/console/authority_view.h"
#include "central/http/console.h"
#include "central/http/problem.h"
#include "central/issuing/authority.h"

namespace ce::http {
namespace {

using console::Room;

// Larger than a seal may be, so that who brings one that is too large is told by how much.
constexpr std::size_t seal_body = 4 * issuing::most_seal_bytes;

Response authority_page(Backend const& backend, Request const& request, console::Typed const* typed,
                        std::string const& error) {
  auto shell = console_frame(backend, request, Room::issuing, "发证单位与印章");
  if (!shell) return console_failure(backend, request, shell.failure());
  shell->lead = "名称和盖章方式只影响今后核发的证书；印章图片用于今后打印的每一份，以前核发的也在内。";
  auto const view = console::authority_form(visitor_of(backend, request), typed, error);
  if (!view) return console_failure(backend, request, view.failure());
  return console_page(web::form_page(*shell, *view), error.empty() ? 200 : 422);
}

Response show_authority(Backend const& backend, Request const& request) {
  return authority_page(backend, request, nullptr, {});
}

Response take_authority(Backend const& backend, Request const& request) {
  auto const typed = typed_form(request);
  std::string_view picture;
  for (auto const& file : request.files) {
    if (file.field != "seal" || (file.name.empty() && file.bytes.empty())) continue;
    if (file.bytes.empty()) return authority_page(backend, request, &typed, "印章图片是空文件，请重新选择");
    picture = file.bytes;
  }
  auto const done = console::set_authority(visitor_of(backend, request), backend.approvals, typed, picture);
  if (done && !done->proposal.empty())
    return redirect(with_notice("/console/approvals/" + done->proposal, "approval_asked"));
  if (done) return redirect(with_notice("/console/issuing/authority", "authority_set"));
  auto const code = done.failure().code;
  if (code != FailureCode::input_invalid && code != FailureCode::file_refused)
    return console_failure(backend, request, done.failure());
  return authority_page(backend, request, &typed, done.failure().detail);
}

Response show_seal(Backend const& backend, Request const& request) {
  return console_picture(backend, request, console::seal_of_region(visitor_of(backend, request)));
}

}  // namespace

std::vector<Route> console_authority_routes(Backend const& backend) {
  return {
      console_route(backend, Method::get, "/console/issuing/authority", Room::issuing, show_authority),
      console_route(backend, Method::post, "/console/issuing/authority", Room::issuing, take_authority,
                    seal_body),
      console_route(backend, Method::get, "/console/issuing/authority/seal.png", Room::issuing, show_seal)};
}

}  // namespace ce::http
