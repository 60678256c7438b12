#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "shared/protocol/messages.h"
#include "shared/protocol/names.h"

/// Pieces that several messages are written from. Members keep the order in which they are put, so that the
/// same message always gives the same bytes. Pure; any thread.
namespace ce::protocol {

using OrderedJson = nlohmann::ordered_json;

/// A body that already has its version.
[[nodiscard]] inline OrderedJson versioned() {
  return {{"version", version}};
}

/// Malformed UTF-8, which no store of ours hands out, becomes U+FFFD instead of an exception.
[[nodiscard]] inline std::string text_of(OrderedJson const& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace ce::protocol
