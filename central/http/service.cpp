#include "central/http/service.h"

#include "central/http/pages.h"
#include "central/http/problem.h"
#include "central/http/session_guard.h"

namespace ce::http {
namespace {

// A body up to this is read before anybody asks who sends it.
constexpr std::size_t upload_bytes = 64U << 10U;

}  // namespace

Result<void> Service::let_in(Route const& route, Request& request) const {
  if (route.auth == Auth::kiosk) {
    CE_TRY(request.kiosk_id, doors_.kiosk(request));
  }
  if (route.auth == Auth::site) {
    CE_TRY(request.site, doors_.site(request));
  }
  return {};
}

Response Service::turned_away(Route const& route, Failure const& failure) const {
  auto const code = failure.code;
  if (code != FailureCode::not_permitted && code != FailureCode::ledger_outdated) {
    log_.event(log::Event::failure, {{"what", describe(failure)}, {"route", route.pattern}});
    metrics_.count_failure(code);
  }
  if (route.auth == Auth::site && code == FailureCode::not_permitted) {
    return problem(401, FailureCode::not_permitted, "网上学习系统的密钥不正确或已停用");
  }
  return problem(failure);
}

Response Service::answer(Route const& route, Request& request) const {
  if (route.auth == Auth::session) {
    auto response = answer_session(route, request, doors_, log_);
    put_page_headers(response);
    return response;
  }
  if (auto const in = let_in(route, request); !in) return turned_away(route, in.failure());
  auto response = route.handle(request);
  put_page_headers(response);
  return response;
}

bool Service::asks_before_body(Route const& route, std::size_t bytes) {
  return route.auth != Auth::anyone && bytes > upload_bytes;
}

std::optional<Response> Service::refuse_early(Route const& route, Request const& request) const {
  if (route.auth == Auth::session) {
    auto refused = refuse_upload(route, request, doors_);
    if (refused) put_page_headers(*refused);
    return refused;
  }
  auto known = request;
  if (auto const in = let_in(route, known); !in) return turned_away(route, in.failure());
  return std::nullopt;
}

void Service::note(std::size_t row, int status, std::chrono::steady_clock::duration took) const {
  metrics_.count(row, status, took);
  bool const routed = row < metrics_.rows();
  bool const refused = status >= 400;
  if (!refused && !(routed && router_.routes()[row].auth == Auth::kiosk)) return;
  auto const ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  log_.event(refused ? log::Event::request_refused : log::Event::request_served,
             {{"route", routed ? router_.routes()[row].pattern : std::string{"-"}},
              {"status", status},
              {"ms", std::int64_t{ms}}});
}

void Service::turn_away(LineRefusal why, std::string_view address) const {
  metrics_.line_refused(why);
  if (!told_.admit(address, std::chrono::steady_clock::now())) return;
  log_.event(log::Event::line_refused, {{"why", word_of(why)}, {"address", address}});
}

}  // namespace ce::http
