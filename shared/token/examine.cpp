#include "shared/token/examine.h"

#include "shared/token/read.h"

namespace ce::token {
namespace {

std::optional<Fault> fault_of(Token const& token, KeySet const& keys, Instant now) {
  auto const* const found = keys.find(token.key_id);
  if (found == nullptr) return Fault::key_unknown;
  // Before anything is said of the key: a forged token says nothing about it.
  if (!found->verifier.verifies(token.signature, signed_bytes(token.payload))) return Fault::signature_wrong;
  if (found->key.revoked) return Fault::key_revoked;
  if (now > found->key.valid_until) return Fault::key_expired;
  if (found->key.retired && token.facts.issue_date > china_date(*found->key.retired))
    return Fault::key_retired;
  return std::nullopt;
}

}  // namespace

Examination examine(std::string_view scanned, KeySet const& keys, Revocations const& revocations,
                    Instant now) {
  Examination examination;
  auto const what = read(scanned);
  if (auto const* fault = std::get_if<Fault>(&what)) {
    examination.fault = *fault;
    return examination;
  }
  examination.token = std::get<Token>(what);
  examination.fault = fault_of(*examination.token, keys, now);
  if (examination.fault == Fault::key_unknown || examination.fault == Fault::signature_wrong)
    return examination;
  auto const found = revocations.find(examination.token->facts.number);
  if (found != revocations.end()) examination.revocation = found->second;
  return examination;
}

}  // namespace ce::token
