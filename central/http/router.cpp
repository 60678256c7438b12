#include "central/http/router.h"

#include <array>
#include <cassert>
#include <optional>

namespace ce::http {
namespace {

/// More than any pattern has; a longer path fits none.
constexpr std::size_t most_segments = 16;

/// Of one request's path: found once, not for each pattern, and without memory of their own.
struct Segments {
  std::array<std::string_view, most_segments> each;
  std::size_t count = 0;
};

std::optional<Segments> segments_of(std::string_view path) {
  Segments found;
  if (path.starts_with('/')) path.remove_prefix(1);
  while (found.count < most_segments) {
    auto const slash = path.find('/');
    found.each.at(found.count++) = path.substr(0, slash);
    if (slash == std::string_view::npos) return found;
    path.remove_prefix(slash + 1);
  }
  return std::nullopt;
}

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

bool fits(std::vector<std::string> const& pattern, Segments const& path) {
  if (pattern.size() != path.count) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    auto const segment = path.each.at(i);
    if (is_capture(pattern[i]) ? segment.empty() : segment != pattern[i]) return false;
  }
  return true;
}

std::optional<std::vector<std::string>> captures_of(std::vector<std::string> const& pattern,
                                                    Segments const& path) {
  std::vector<std::string> captures;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!is_capture(pattern[i])) continue;
    if (!percent_decode(path.each.at(i), false, captures.emplace_back())) return std::nullopt;
  }
  return captures;
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  for (auto const& route : routes_) {
    segments_.push_back(split(route.pattern));
    assert(segments_.back().size() <= most_segments);
  }
}

Router::Match Router::find(Method method, std::string_view path) const {
  Method const wanted = method == Method::head ? Method::get : method;
  Match match;
  auto const segments = segments_of(path);
  if (!segments) return match;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!fits(segments_[i], *segments)) continue;
    auto captures = captures_of(segments_[i], *segments);
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
