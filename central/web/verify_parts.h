#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/failure.h"

/// What the pages of public verification are made of. Private to this room.
namespace ce::web::verify {

// The drawing inside the round badge of a result.
inline constexpr std::string_view tick = R"(<path d="M7 17.5l6.5 6.5L26 10"/>)";
inline constexpr std::string_view cross = R"(<path d="M9 9l14 14M23 9L9 23"/>)";
inline constexpr std::string_view question =
    R"(<path d="M11 12a5 5 0 1 1 7 4.6c-1.4.7-2 1.6-2 3.4M16 25v.1"/>)";

/// `kind`: good, bad, none. The words are HTML.
[[nodiscard]] std::string badge(std::string_view kind, std::string_view drawing, std::string_view headline,
                                std::string_view below);
/// A fact; the value is escaped.
[[nodiscard]] std::string row(std::string_view label, std::string_view value);
/// The row of the numbers (N0) of the sheets printed of it; nothing where none is known.
[[nodiscard]] std::string blanks(std::vector<std::string> const& numbers);
/// 440106 24 000001, as the parts of article 15.
[[nodiscard]] std::string grouped(std::string const& number);
/// Where the holder, and nobody else, finds the signed electronic copy: behind the door of the console.
[[nodiscard]] std::string holders_copy(int year);
/// Why nothing could be asked.
[[nodiscard]] std::string trouble(FailureCode code);
[[nodiscard]] std::string number_form(std::string const& typed);
/// The page around `content`.
[[nodiscard]] std::string page_of(std::string_view content);

}  // namespace ce::web::verify
