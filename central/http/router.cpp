#include "central/http/router.h"

#include <array>
#include <optional>

namespace ce::http {
namespace {

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  if (path.starts_with('/')) path.remove_prefix(1);
  for (;;) {
    auto const slash = path.find('/');
    segments.emplace_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

bool is_capture(std::string_view segment) {
  return segment.starts_with('{');
}

// Takes the next segment off `path`; nothing once the last one is gone.
std::optional<std::string_view> take_segment(std::optional<std::string_view>& path) {
  if (!path) return std::nullopt;
  auto const slash = path->find('/');
  auto const segment = path->substr(0, slash);
  if (slash == std::string_view::npos) {
    path.reset();
  } else {
    path->remove_prefix(slash + 1);
  }
  return segment;
}

bool fits(std::vector<std::string> const& pattern, std::string_view path) {
  std::optional left{path.substr(path.starts_with('/') ? 1 : 0)};
  for (auto const& expected : pattern) {
    auto const segment = take_segment(left);
    if (!segment || (is_capture(expected) ? segment->empty() : *segment != expected)) return false;
  }
  return !left;
}

std::optional<std::vector<std::string>> captures_of(std::vector<std::string> const& pattern,
                                                    std::string_view path) {
  std::vector<std::string> captures;
  std::optional left{path.substr(path.starts_with('/') ? 1 : 0)};
  for (auto const& expected : pattern) {
    auto const segment = take_segment(left).value_or("");
    if (!is_capture(expected)) continue;
    if (!percent_decode(segment, false, captures.emplace_back())) return std::nullopt;
  }
  return captures;
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  for (auto const& route : routes_) segments_.push_back(split(route.pattern));
}

Router::Match Router::find(Method method, std::string_view path) const {
  Method const wanted = method == Method::head ? Method::get : method;
  Match match;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!fits(segments_[i], path)) continue;
    auto captures = captures_of(segments_[i], path);
    if (!captures) continue;
    if (routes_[i].method == wanted) {
      return {.route = &routes_[i], .index = i, .captures = std::move(*captures), .allowed = {}};
    }
    if (!match.allowed.empty()) match.allowed += ", ";
    match.allowed += routes_[i].method == Method::get ? "GET, HEAD" : name_of(routes_[i].method);
  }
  return match;
}

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::other:
      break;
  }
  return "OTHER";
}

std::string describe(Route const& route) {
  std::string text{name_of(route.method)};
  text += ' ' + route.pattern;
  constexpr auto who = std::to_array<std::string_view>({" anyone", " kiosk", " site", " session"});
  text += who.at(static_cast<std::size_t>(route.auth));
  return text += route.documented ? " documented" : " page";
}

}  // namespace ce::http
