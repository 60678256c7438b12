#pragma once

#include <string_view>

namespace ce::verification {

/// Whether `typed` says the name that is printed: blanks at the ends and between Chinese characters do not
/// count, letters match in either case, and the interpunct of names such as 阿不都·热依木 in any of the forms
/// that keyboards give. Otherwise exact: this is a check of an official paper.
[[nodiscard]] bool same_name(std::string_view printed, std::string_view typed);

}  // namespace ce::verification
