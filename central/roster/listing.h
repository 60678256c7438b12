#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Lists by region and id, a page at a time. Private to this room.
namespace ce::roster {

struct Place {
  std::string region;
  std::int64_t id = 0;
};
/// What place_of() made; the beginning for anything else.
[[nodiscard]] Place place_in(std::string_view text);

/// For LIKE ... ESCAPE '!': whatever holds these characters.
[[nodiscard]] std::string like_part(std::string_view typed);

}  // namespace ce::roster
