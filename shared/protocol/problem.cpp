#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"
#include "shared/protocol/writing.h"

namespace ce::protocol {

// RFC 9457 gives the members their names; `type` is left at its default, about:blank, as `code` says it all.
// Problems carry no version: whoever cannot agree on one must still be able to say so.
std::string write(Problem const& problem) {
  return text_of(
      OrderedJson{{"status", problem.status}, {"code", name_of(problem.code)}, {"detail", problem.detail}});
}

Result<Problem> read_problem(std::string_view json) {
  CE_TRY(Json body, parse(json));
  std::optional<Failure> fault;
  Cursor const root{body, fault};
  Problem problem{.status = root.at("status").small(400, 599),
                  .detail = root.at("detail").text(longest_text)};
  auto const code = failure_code_named(root.at("code").text(longest_number));
  if (!code) root.at("code").fail("expected a failure code");
  problem.code = code.value_or(FailureCode::internal_fault);
  if (fault) return *std::move(fault);
  return problem;
}

}  // namespace ce::protocol
