#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "central/registration/package.h"

namespace ce::registration {

/// The attributes of one element, by local name.
class Attributes {
 public:
  explicit Attributes(char const* const* list) : list_(list) {}
  /// Empty where there is none; "r:id" and "id" differ, other prefixes are cut off.
  [[nodiscard]] std::string_view get(std::string_view name) const;

 private:
  char const* const* list_;
};

/// What a reader of one part does at each event; names are without prefix.
struct XmlTaker {
  std::function<void(std::string_view, Attributes const&)> open;
  std::function<void(std::string_view)> text;
  std::function<void(std::string_view)> close;
  /// Asked after each piece; a failure ends the reading.
  std::function<Result<void>()> check;
};

/// Reads a part as XML. A document type is refused: no entities, nothing from outside. Fails with
/// file_refused.
[[nodiscard]] Result<void> read_xml(Package& package, std::string_view part, XmlTaker const& taker);

}  // namespace ce::registration
