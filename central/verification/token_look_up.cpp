#include "central/verification/token_look_up.h"

#include "central/store/lost_prints.h"
#include "central/store/printed_blanks.h"
#include "central/tokens/keys.h"
#include "shared/token/examine.h"

namespace ce::verification {
namespace {

/// What a text that is no token is looked up as.
constexpr std::string_view no_number = "44000010000000";

/// The register says the same as the token.
bool agrees(token::Facts const& said, store::CertificateFacts const& facts) {
  bool const name = said.name_digest == token::name_digest(facts.number, facts.name.reveal());
  return name && said.year == facts.year && said.issue_date == facts.issue_date;
}

std::optional<token::Revocation> revocation_of(store::CertificateFacts const& facts) {
  if (!facts.revoked) return std::nullopt;
  auto const reason =
      facts.successor.empty() ? token::RevocationReason::withdrawn : token::RevocationReason::corrected;
  return token::Revocation{facts.revoked_on, reason};
}

}  // namespace

Result<protocol::TokenVerification> look_up_token(store::Store const& store, std::string_view scanned,
                                                  Instant now) {
  token::KeySet keys;
  CE_CHECK(store.read_recent([&](storage::Database& database) -> Result<void> {
    CE_TRY(keys, tokens::key_set(database));
    return {};
  }));
  auto const found = token::examine(scanned, keys, {}, now);
  auto const number = found.token ? found.token->facts.number : std::string{no_number};
  CE_TRY(auto const known, store.known_number(number));
  auto const& facts = known.certificate;
  std::optional<protocol::LostNumber> lost;
  std::vector<std::string> blanks;
  CE_CHECK(store.read_recent([&](storage::Database& database) -> Result<void> {
    if (known.some_lost) {
      CE_TRY(lost, store::lost_number(database, store.rules(), number));
    }
    CE_TRY(blanks, store::printed_blanks(database, number));
    return {};
  }));
  protocol::TokenVerification answer;
  if (found.fault) {
    answer.verdict = word_of(*found.fault);
    return answer;
  }
  if (!facts || !agrees(found.token->facts, *facts)) {
    // Our signature on a number that we have forgotten, or that was given out again since.
    answer.verdict = lost ? "lost" : "not_registered";
    return answer;
  }
  answer.revocation = revocation_of(*facts);
  answer.verdict = answer.revocation ? "revoked" : "genuine";
  answer.number = facts->number;
  answer.name = facts->name;
  answer.year = facts->year;
  answer.authority = facts->authority;
  answer.issue_date = facts->issue_date;
  answer.blank_numbers = std::move(blanks);
  return answer;
}

}  // namespace ce::verification
