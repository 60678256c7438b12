#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/toml.h"
#include "shared/credit/duties.h"

/// Typed reading of a pack's TOML; each failure is pack_invalid and names file, line and key. Private to this
/// room.
namespace ce::credit {

/// The place that failures name.
struct Place {
  std::string_view file;

  Failure operator()(toml::source_region const& at, std::string_view key, std::string_view what) const;
};

[[nodiscard]] Result<void> only_known(toml::table const& table, std::initializer_list<std::string_view> known,
                                      Place const& fail);

/// The tables [registers] and [review.*]; what is left out keeps the regulation's.
[[nodiscard]] Result<Duties> read_duties(toml::table const& root, Place const& fail);

}  // namespace ce::credit
