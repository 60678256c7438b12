#pragma once

namespace ce::test {

/// GB 11643's own example of an identity number.
inline constexpr auto example_id = "11010518991231002X";

}  // namespace ce::test
