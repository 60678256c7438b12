#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ce {

/// Every expected error of the three programs, one row each in failure_codes.def.
enum class FailureCode : std::uint8_t {
#define CE_FAILURE(code, retryable) code,
#include "failure_codes.def"
#undef CE_FAILURE
};

/// All codes, in catalogue order; tests walk this to demand a text for each.
inline constexpr auto all_failure_codes = std::to_array<FailureCode>({
#define CE_FAILURE(code, retryable) FailureCode::code,
#include "failure_codes.def"
#undef CE_FAILURE
});

/// "printer_out_of_paper"; stable, used in logs, problem details and string tables.
[[nodiscard]] std::string_view name_of(FailureCode code);

/// The code of that name, or nothing.
[[nodiscard]] std::optional<FailureCode> failure_code_named(std::string_view name);

/// Whether trying the same thing again later can succeed without staff changing anything.
[[nodiscard]] bool is_retryable(FailureCode code);

/// An expected error as a value. `detail` is for staff and logs: what was wrong, where, what to do.
/// It never holds personal data.
struct Failure {
  FailureCode code = FailureCode::internal_fault;
  std::string detail;

  bool operator==(Failure const&) const = default;
};

/// "printer_jammed: tray 1", for logs and the command line.
[[nodiscard]] std::string describe(Failure const& failure);

}  // namespace ce
