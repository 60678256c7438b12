#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace ce {

/// A random identifier (UUID version 4, RFC 9562) in its lower-case text form. Made where the event
/// happens, so that a repeated delivery is recognised anywhere.
class EntryId {
 public:
  /// From the operating system's random source. Any thread.
  static EntryId make();
  /// Fails with input_invalid unless `text` is 36 characters of a lower-case UUID.
  static Result<EntryId> parse(std::string_view text);

  [[nodiscard]] std::string const& text() const { return text_; }
  auto operator<=>(EntryId const&) const = default;

 private:
  explicit EntryId(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace ce
