#include "central/http/routes.h"
#include "central/verification/look_up.h"
#include "central/verification/token_look_up.h"
#include "shared/protocol/json.h"

namespace ce::http {
namespace {

Result<std::string> answer_to(Backend const& backend, Request const& request,
                              std::optional<SecretText> const& name) {
  CE_TRY(auto const found, verification::look_up(backend.store, request.captures.at(0), name));
  return protocol::write(found);
}

Result<std::string> by_number(Backend const& backend, Request const& request) {
  if (!may_look_up(backend, request)) return Failure{FailureCode::too_many_requests, {}};
  return answer_to(backend, request, std::nullopt);
}

Result<std::string> by_number_and_name(Backend const& backend, Request const& request) {
  if (!may_look_up(backend, request)) return Failure{FailureCode::too_many_requests, {}};
  CE_TRY(auto const body, json_body(request));
  CE_TRY(auto const question, protocol::read_name_question(body));
  return answer_to(backend, request, question.name);
}

Result<std::string> by_token(Backend const& backend, Request const& request) {
  if (!may_look_up(backend, request)) return Failure{FailureCode::too_many_requests, {}};
  CE_TRY(auto const found,
         verification::look_up_token(backend.store, request.captures.at(0), backend.clock.now()));
  return protocol::write(found);
}

template <class Handler>
auto answering(Backend const& backend, Handler handler) {
  return [backend, handler](Request const& request) {
    auto body = handler(backend, request);
    return body ? json(std::move(body).value()) : failed(backend, body.failure());
  };
}

}  // namespace

// One point read or two each, so they run on the I/O threads.
std::vector<Route> public_routes(Backend const& backend) {
  return {
      {.method = Method::get,
       .pattern = "/api/v1/certificates/{number}",
       .handle = answering(backend, by_number)},
      {.method = Method::post,
       .pattern = "/api/v1/certificates/{number}/verification",
       .most_body = small_body,
       .handle = answering(backend, by_number_and_name)},
      {.method = Method::get, .pattern = "/api/v1/tokens/{token}", .handle = answering(backend, by_token)}};
}

}  // namespace ce::http
