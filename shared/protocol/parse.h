#pragma once

#include <optional>
#include <string_view>

#include "shared/base/result.h"
#include "shared/protocol/cursor.h"

namespace ce::protocol {

/// Text to JSON with our bounds: at most max_body_bytes, at most 16 levels deep, well-formed UTF-8, no member
/// named twice. Fails with answer_too_large or answer_malformed and tells the byte, never the content.
[[nodiscard]] Result<Json> parse(std::string_view text);

/// Parses, checks the member `version`, and lets `read(Cursor)` make the message.
template <class T, class F>
[[nodiscard]] Result<T> read_body(std::string_view text, F const& read) {
  CE_TRY(Json body, parse(text));
  std::optional<Failure> fault;
  Cursor const root{body, fault};
  auto const said = root.at("version").integer(0, INT32_MAX);
  if (!fault && said != version) {
    return Failure{FailureCode::answer_version_unknown, "version: " + std::to_string(said) +
                                                            " is not one this program knows (" +
                                                            std::to_string(version) + ")"};
  }
  T message = read(root);
  if (fault) return *std::move(fault);
  return message;
}

}  // namespace ce::protocol
