#include "central/http/service.h"

#include "central/http/problem.h"

namespace ce::http {

Response Service::answer(Route const& route, Request const& request) const {
  if (route.auth == Auth::kiosk) {
    if (auto const let_in = door_(request); !let_in) {
      if (let_in.failure().code != FailureCode::not_permitted) {
        log_.event(log::Event::failure, {{"what", describe(let_in.failure())}, {"route", route.pattern}});
      }
      return problem(let_in.failure());
    }
  }
  if (route.auth == Auth::session || route.auth == Auth::site)
    return problem({FailureCode::not_permitted, {}});
  return route.handle(request);
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

}  // namespace ce::http
