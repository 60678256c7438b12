#include "tests/kiosk/samples/visits.h"

namespace ce::samples {
namespace {

using session::TokenAnswer;
using session::VerifyResult;

protocol::Verification found() {
  protocol::Verification answer;
  answer.state = protocol::VerificationState::valid;
  answer.number = number_of(2025);
  answer.year = 2025;
  answer.authority = "广州市天河区人力资源和社会保障局";
  answer.issue_date = day(2026, 1, 15);
  answer.masked_name = "**明";
  return answer;
}

// By a number that was typed.
void add_answers(Gathering& all) {
  auto answer = found();
  all.add("verify-valid", at_rest(), VerifyResult{answer});
  answer.state = protocol::VerificationState::revoked;
  all.add("verify-revoked", at_rest(), VerifyResult{answer});
  answer.state = protocol::VerificationState::unknown;
  answer.masked_name.clear();
  all.add("verify-unknown", at_rest(), VerifyResult{answer});
  answer.lost = protocol::LostNumber{protocol::LostState::printed, day(2026, 1, 16)};
  all.add("verify-lost", at_rest(), VerifyResult{answer});
  answer.lost = protocol::LostNumber{protocol::LostState::replaced, day(2026, 1, 16)};
  all.add("verify-replaced", at_rest(), VerifyResult{answer});
  answer.lost = protocol::LostNumber{};
  all.add("verify-set-aside", at_rest(), VerifyResult{answer});
}

// By the sheet's code, without network or with it.
void add_proofs(Gathering& all) {
  TokenAnswer code;
  code.examination.token = token::Token{{number_of(2025), 2025, "440106", day(2026, 1, 15), ""}, "", "", ""};
  code.authority = found().authority;
  code.as_of = Instant{1'795'413'900'000};
  all.add("code-genuine", at_rest(), VerifyResult{code});
  code.registered = found();
  code.registered->state = protocol::VerificationState::unknown;
  code.registered->masked_name.clear();
  code.registered->lost = protocol::LostNumber{};
  all.add("code-lost", at_rest(), VerifyResult{code});
  code.registered = found();
  code.registered->blank_numbers = {"GD-A-00000042"};
  all.add("code-registered", at_rest(), VerifyResult{code});
  code.registered->blank_numbers = {"GD-A-00004112", "GD-A-00003907", "GD-A-00000345", "GD-A-00000042"};
  all.add("code-reprinted", at_rest(), VerifyResult{code});
  code.registered.reset();
  code.list_old = true;
  all.add("code-old-list", at_rest(), VerifyResult{code});
  code.examination.revocation = token::Revocation{day(2026, 5, 8), token::RevocationReason::corrected};
  all.add("code-void", at_rest(), VerifyResult{code});
  TokenAnswer bad;
  for (auto const& [name, fault] : {std::pair{"code-forged", token::Fault::signature_wrong},
                                    std::pair{"code-unknown-key", token::Fault::key_unknown},
                                    std::pair{"code-of-something-else", token::Fault::malformed}}) {
    bad.examination.fault = fault;
    all.add(name, at_rest(), VerifyResult{bad});
  }
}

}  // namespace

std::vector<Sample> verdict_samples(session::Mode const& mode) {
  Gathering all{mode};
  add_answers(all);
  add_proofs(all);
  return all.take();
}

}  // namespace ce::samples
