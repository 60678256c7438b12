#pragma once

#include <cups/cups.h>

#include <optional>
#include <string>
#include <vector>

namespace ce::drivers {

/// All values of the attribute in `message`; empty when it is missing or of another type.
[[nodiscard]] std::vector<std::string> texts_of(ipp_t* message, char const* name);
[[nodiscard]] std::vector<int> numbers_of(ipp_t* message, char const* name);

/// The first value.
[[nodiscard]] std::string text_of(ipp_t* message, char const* name);
[[nodiscard]] std::optional<int> number_of(ipp_t* message, char const* name);
[[nodiscard]] std::optional<bool> flag_of(ipp_t* message, char const* name);

}  // namespace ce::drivers
