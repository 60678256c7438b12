#include "shared/base/failure.h"

namespace ce {
namespace {

struct Row {
  std::string_view name;
  bool retryable;
};

constexpr auto rows = std::to_array<Row>({
#define CE_FAILURE(code, retryable) Row{#code, retryable},
#include "failure_codes.def"
#undef CE_FAILURE
});

Row const& row_of(FailureCode code) {
  return rows.at(static_cast<std::size_t>(code));
}

}  // namespace

std::string_view name_of(FailureCode code) {
  return row_of(code).name;
}

std::optional<FailureCode> failure_code_named(std::string_view name) {
  for (auto code : all_failure_codes) {
    if (name_of(code) == name) return code;
  }
  return std::nullopt;
}

bool is_retryable(FailureCode code) {
  return row_of(code).retryable;
}

std::string describe(Failure const& failure) {
  std::string text{name_of(failure.code)};
  if (!failure.detail.empty()) text += ": " + failure.detail;
  return text;
}

}  // namespace ce
