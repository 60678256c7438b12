#include "central/http/gzip.h"
#include "central/http/routes.h"
#include "central/issuing/authority.h"

namespace ce::http {
namespace {

Result<Response> seal_answer(Backend const& backend, Request const& request) {
  auto const& hash = request.captures.at(0);
  CE_TRY(auto png, issuing::seal_in_use(backend.store, hash));
  Response response;
  response.content_type = "image/png";
  // Its address is its content's hash; only who asks with a key may have it.
  auto const tag = '"' + hash + '"';
  response.headers = {{"ETag", tag}, {"Cache-Control", "private, max-age=31536000, immutable"}};
  if (names_tag(request.if_none_match, tag)) {
    response.status = 304;
  } else {
    response.body = std::move(png);
  }
  return response;
}

}  // namespace

std::vector<Route> seal_routes(Backend const& backend) {
  return {{.method = Method::get,
           .pattern = "/api/v1/kiosk/seals/{hash}",
           .auth = Auth::kiosk,
           .work = Work::pool,
           .handle = [backend](Request const& request) {
             auto answer = seal_answer(backend, request);
             return answer ? std::move(answer).value() : failed(backend, answer.failure());
           }}};
}

}  // namespace ce::http
