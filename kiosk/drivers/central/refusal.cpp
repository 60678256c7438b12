#include "kiosk/drivers/central/refusal.h"

#include <algorithm>
#include <array>

#include "shared/protocol/json.h"

namespace ce::drivers {
namespace {

/// What any call may be answered with; every other code from outside would only confuse the screens.
constexpr auto of_any_call = std::to_array<FailureCode>({
    FailureCode::too_many_requests,
    FailureCode::central_refused,
    FailureCode::central_fault,
    FailureCode::answer_version_unknown,
});

bool holds(std::span<FailureCode const> codes, FailureCode code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

FailureCode code_of(int status, std::span<FailureCode const> expected) {
  bool const about_content = status == 400 || status == 409 || status == 413 || status == 422;
  if (about_content && holds(expected, FailureCode::delivery_refused)) return FailureCode::delivery_refused;
  if (status == 429) return FailureCode::too_many_requests;
  if (status >= 500) return FailureCode::central_fault;
  return FailureCode::central_refused;
}

}  // namespace

Failure refusal_of(Answer const& answer, std::span<FailureCode const> expected) {
  Failure failure{code_of(answer.status, expected), "HTTP " + std::to_string(answer.status)};
  if (answer.status >= 300 && answer.status < 400) {
    failure.detail += ": central redirects; set its final address";
    return failure;
  }
  if (answer.content_type != "application/problem+json") return failure;
  auto const problem = protocol::read_problem(answer.body.reveal());
  if (!problem) return failure;
  if (holds(expected, problem->code) || holds(of_any_call, problem->code)) failure.code = problem->code;
  // Central's own words stay out: they are for its console, and not ours to vouch for.
  failure.detail += ", " + std::string{name_of(problem->code)};
  if (problem->code == FailureCode::ledger_outdated) {
    failure.detail += "：有另一台机器使用本机的身份，或者本机的磁盘是旧的；请系统管理员在终端页面查明处理";
  } else if (answer.status == 401) {
    failure.detail += "：管理系统不认本机的证书或密钥（没有登记、已吊销或已过期），请重新登记本机";
  }
  return failure;
}

Result<SecretText> body_of(Result<Answer> answer, std::span<FailureCode const> expected,
                           std::string_view type) {
  if (!answer) return answer.failure();
  if (answer->status < 200 || answer->status >= 300) return refusal_of(*answer, expected);
  if (answer->content_type != type) {
    return Failure{FailureCode::answer_malformed, "the content type is not " + std::string{type}};
  }
  return std::move(answer->body);
}

}  // namespace ce::drivers
