#include "central/tokens/certificate_tokens.h"

#include <vector>

#include "central/store/store.h"
#include "central/tokens/keys.h"
#include "shared/token/token.h"

namespace ce::tokens {
namespace {

Result<std::string> signed_token(storage::Database& database, signing::KeyRing const& ring,
                                 token::Facts const& facts, Instant now) {
  CE_TRY(auto const key_id, signing_key_id(database, now));
  CE_TRY(auto const key, ring.key(key_id));
  CE_TRY(auto const payload, token::payload_of(facts, key_id));
  auto text = token::text_of(payload, key.sign(token::signed_bytes(payload)));
  CE_CHECK(database.prepare("UPDATE certificates SET token = $2, token_key = $3 WHERE number = $1")
               .bind(1, facts.number)
               .bind(2, text)
               .bind(3, key_id)
               .run());
  return text;
}

/// In force, and its address still that of its number.
bool lacks_token(protocol::CertificateLine const& line) {
  return !line.number.empty() && line.state != protocol::CertificateState::revoked &&
         line.verify_url.ends_with(line.number);
}

}  // namespace

Result<std::string> token_of(storage::Database& database, signing::KeyRing const& ring,
                             std::string_view certificate, Instant now) {
  token::Facts facts;
  std::string name;
  {
    auto row = database.prepare(
        "SELECT c.name, c.year, c.region, c.issue_day, c.revoked_ms FROM certificates c WHERE c.number = $1");
    CE_TRY(bool const there, row.bind(1, certificate).step());
    if (!there) return Failure{FailureCode::certificate_unknown, {}};
    if (!row.is_null(4)) return Failure{FailureCode::certificate_revoked, {}};
    facts.number = certificate;
    facts.year = static_cast<int>(row.integer(1));
    facts.authority = row.text(2);
    CE_TRY(facts.issue_date, Date::parse_iso(row.text(3)));
    name = row.text(0);
  }
  {
    auto kept = database.prepare(
        "SELECT c.token FROM certificates c JOIN certificate_keys k ON k.id = c.token_key "
        "WHERE c.number = $1 AND k.revoked_ms IS NULL");
    CE_TRY(bool const there, kept.bind(1, certificate).step());
    if (there) return kept.text(0);
  }
  facts.name_digest = token::name_digest(facts.number, name);
  return signed_token(database, ring, facts, now);
}

Result<void> add_tokens(store::Store& store, signing::KeyRing const& ring, protocol::PersonYears& years,
                        Instant now) {
  std::vector<protocol::CertificateLine*> lacking;
  for (auto& year : years.years) {
    if (lacks_token(year.certificate)) lacking.push_back(&year.certificate);
  }
  if (lacking.empty()) return {};
  std::vector<std::string> made;
  CE_CHECK(store.write([&](storage::Database& database) -> Result<void> {
    made.clear();
    for (auto const* line : lacking) {
      CE_TRY(auto text, token_of(database, ring, line->number, now));
      made.push_back(std::move(text));
    }
    return {};
  }));
  for (std::size_t i = 0; i < lacking.size(); ++i) {
    lacking[i]->verify_url = store.verify_url_prefix() + made[i];
  }
  return {};
}

}  // namespace ce::tokens
