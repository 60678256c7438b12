#include "central/http/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <string>

namespace ce::http {
namespace {

constexpr std::size_t worth_packing = 1024;  // bytes; below, a packet is a packet
constexpr int gzip_window = 15 + 16;         // the largest, with gzip's frame

/// Calls `look` with each member of a comma-separated list until it says true.
template <class F>
bool any_member(std::string_view list, F const& look) {
  while (!list.empty()) {
    auto const end = std::min(list.find(','), list.size());
    if (look(trimmed(list.substr(0, end)))) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool is_zero_quality(std::string_view parameter) {
  return parameter.starts_with("q=0") && parameter.find_first_not_of("0.", 2) == std::string_view::npos;
}

std::string packed(std::string_view body) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, body.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  bool const whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(whole ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace

bool takes_gzip(std::string_view accept_encoding) {
  return any_member(accept_encoding, [](std::string_view member) {
    auto const semicolon = member.find(';');
    auto const coding = trimmed(member.substr(0, semicolon));
    if (coding != "gzip" && coding != "*") return false;
    return semicolon == std::string_view::npos || !is_zero_quality(trimmed(member.substr(semicolon + 1)));
  });
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  auto const strong = [](std::string_view one) { return one.starts_with("W/") ? one.substr(2) : one; };
  return any_member(if_none_match,
                    [&](std::string_view member) { return member == "*" || strong(member) == strong(tag); });
}

void pack_if_asked(Request const& request, Response& response) {
  if (response.body.size() < worth_packing || !takes_gzip(request.accept_encoding)) return;
  auto smaller = packed(response.body);
  if (smaller.empty() || smaller.size() >= response.body.size()) return;
  response.body = std::move(smaller);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace ce::http
