#include <charconv>

#include "central/feed/feed.h"
#include "central/fleet/kiosk_settings.h"
#include "central/http/gzip.h"
#include "central/http/routes.h"
#include "central/store/digest.h"
#include "shared/protocol/json.h"

namespace ce::http {
namespace {

Result<feed::Question> question_of(Backend const& backend, Request const& request) {
  feed::Question question;
  CE_TRY(auto const kiosk, backend.store.kiosk(request.kiosk_id));
  if (!kiosk) return Failure{FailureCode::not_permitted, {}};
  question.region = kiosk->region;
  question.kiosk = kiosk->id;
  CE_TRY(auto const policy, fleet::cache_policy_of(backend.store, kiosk->id));
  question.people = policy == protocol::CachePolicy::region;
  question.cursor = request.query_value("cursor");
  question.kinds = request.query_value("kinds");
  if (auto const limit = request.query_value("limit"); !limit.empty()) {
    auto const [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), question.limit);
    if (error != std::errc{} || end != limit.data() + limit.size()) question.limit = 0;
  }
  return question;
}

Result<Response> changes_answer(Backend const& backend, Request const& request) {
  CE_TRY(auto const question, question_of(backend, request));
  CE_TRY(auto const page, feed::changes_page(backend.store, question));
  auto response = json(protocol::write(page));
  // Weak, since the same page may come packed or not; made from the content, so it is the same everywhere.
  auto const tag = "W/\"" + store::sha256_hex(response.body).substr(0, 32) + '"';
  response.headers = {{"ETag", tag}, {"Vary", "Accept-Encoding"}};
  if (names_tag(request.if_none_match, tag)) {
    response.status = 304;
    response.body.clear();
    return response;
  }
  pack_if_asked(request, response);
  return response;
}

}  // namespace

std::vector<Route> changes_routes(Backend const& backend) {
  return {{.method = Method::get,
           .pattern = "/api/v1/kiosk/changes",
           .auth = Auth::kiosk,
           .work = Work::pool,
           .handle = [backend](Request const& request) {
             auto answer = changes_answer(backend, request);
             return answer ? std::move(answer).value() : failed(backend, answer.failure());
           }}};
}

}  // namespace ce::http
