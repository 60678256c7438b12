#include "central/visit_codes/visit_codes.h"

#include "central/audit/audit.h"
#include "central/store/digest.h"
#include "shared/base/text.h"
#include "shared/credit/party.h"

namespace ce::visit_codes {
namespace {

struct Person {
  SecretText id_number;
  std::string region;
};

Result<Person> person_of(storage::Database& database, std::int64_t professional) {
  auto row = database.prepare("SELECT id_number, region FROM professionals WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, professional).step());
  if (!there) return Failure{FailureCode::person_unknown, {}};
  return Person{SecretText{row.text(0)}, row.text(1)};
}

std::string hash_of(SecretText const& code) {
  SecretText small = code;
  for (char& c : small.reveal()) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  }
  return store::key_hash(small);
}

}  // namespace

Result<VisitCode> make(store::Store& store, std::int64_t professional, std::string_view account,
                       Instant now) {
  VisitCode made{store::make_key(), Instant{now.ms + lifetime_ms}};
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const person, person_of(database, professional));
    auto keep = database.prepare(
        "INSERT INTO visit_codes (professional, code_hash, expires_ms) VALUES ($1, $2, $3) "
        "ON CONFLICT (professional) DO UPDATE SET code_hash = excluded.code_hash, "
        "expires_ms = excluded.expires_ms");
    CE_CHECK(keep.bind(1, professional).bind(2, hash_of(made.code)).bind(3, made.expires.ms).run());
    audit::Author const author{std::string{account}, std::string{credit::code_of(credit::Party::person)},
                               person.region};
    return audit::append(database, author, audit::Action::visit_code_made,
                         {"professional", std::to_string(professional)}, audit::detail({}), now);
  });
  if (!done) return done.failure();
  return made;
}

Result<SecretText> spend(store::Store& store, SecretText const& code, std::string_view kiosk, Instant now) {
  auto const hash = hash_of(code);
  SecretText id_number;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    std::int64_t professional = 0;
    {
      auto row = database.prepare(
          "DELETE FROM visit_codes WHERE code_hash = $1 AND expires_ms > $2 AND expires_ms <= $3 RETURNING "
          "professional");
      // None lives twice as long, so one that would was made by a clock that was ahead.
      CE_TRY(bool const there,
             row.bind(1, hash).bind(2, now.ms).bind(3, now.ms + 2 * lifetime_ms).ask().step());
      if (!there) return Failure{FailureCode::visit_code_refused, {}};
      professional = row.integer(0);
      CE_CHECK(row.run());  // to its end: a statement with rows to give holds a commit up
    }
    CE_TRY(auto person, person_of(database, professional));
    id_number = std::move(person.id_number);
    audit::Author const author{"kiosk:" + std::string{kiosk}, "kiosk", person.region};
    return audit::append(database, author, audit::Action::visit_code_used,
                         {"professional", std::to_string(professional)}, audit::detail({}), now);
  });
  if (!done) return done.failure();
  return id_number;
}

}  // namespace ce::visit_codes
