#include "central/http/problem.h"
#include "central/http/routes.h"
#include "central/web/assets.h"

namespace ce::http {
namespace {

Response show_asset(Request const& request) {
  auto const found = web::asset(request.captures.at(0));
  if (!found) return problem(404, FailureCode::input_invalid, "没有这个文件");
  Response response;
  response.content_type = found->type;
  response.body = found->bytes;
  // Its name changes with its content.
  response.headers = {{"Cache-Control", "public, max-age=31536000, immutable"}};
  return response;
}

Response to_console(Request const&) {
  return {.status = 303,
          .content_type = "text/plain; charset=utf-8",
          .body = {},
          .headers = {{"Location", "/console"}}};
}

}  // namespace

std::vector<Route> asset_routes(Backend const&) {
  return {{.pattern = "/assets/{name}", .asks_store = false, .documented = false, .handle = show_asset},
          {.pattern = "/", .asks_store = false, .documented = false, .handle = to_console}};
}

}  // namespace ce::http
