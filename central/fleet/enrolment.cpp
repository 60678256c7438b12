#include "central/fleet/enrolment.h"

#include <optional>

#include "central/fleet/certificates.h"
#include "central/fleet/copies.h"
#include "central/fleet/fleet.h"
#include "shared/enrolment/code.h"
#include "shared/enrolment/proof.h"

namespace ce::fleet {
namespace {

struct KeptCode {
  enrolment::Verifier verifier;
  std::int64_t tries_left = 0;
};

Failure refused() {
  return {FailureCode::not_permitted, "登记码不正确、已用过或已过期"};
}

// Nothing for one that is over, or would live twice as long as any does: a clock that was ahead made it, and
// more than two machines' clocks differ by.
Result<std::optional<KeptCode>> code_of(storage::Database& database, std::string_view kiosk, Instant now) {
  auto row = database.prepare(
      "SELECT stored_key, server_key, tries_left FROM kiosk_codes WHERE kiosk = $1 AND expires_ms > $2 AND "
      "expires_ms <= $3 AND tries_left > 0");
  row.bind(1, kiosk).bind(2, now.ms).bind(3, now.ms + 2 * code_minutes * 60'000);
  CE_TRY(bool const there, row.step());
  if (!there) return std::optional<KeptCode>{};
  return std::optional{KeptCode{{row.text(0), row.text(1)}, row.integer(2)}};
}

Result<void> count_try(storage::Database& database, audit::Author const& author, std::string_view kiosk,
                       std::int64_t left, Instant now) {
  CE_CHECK(database.prepare("UPDATE kiosk_codes SET tries_left = tries_left - 1 WHERE kiosk = $1")
               .bind(1, kiosk)
               .run());
  return audit::append(database, author, audit::Action::kiosk_code_refused, {"kiosk", std::string{kiosk}},
                       audit::detail({{"tries_left", left - 1}}), now);
}

// False where another request took it a moment ago.
Result<bool> use_up(storage::Database& database, std::string_view kiosk, KeptCode const& code) {
  auto row = database.prepare("DELETE FROM kiosk_codes WHERE kiosk = $1 AND stored_key = $2 RETURNING 1");
  CE_TRY(bool const mine, row.bind(1, kiosk).bind(2, code.verifier.stored_key).ask().step());
  if (mine) CE_CHECK(row.run());  // to its end: a statement with rows to give holds a commit up
  return mine;
}

}  // namespace

Result<SecretText> make_code(store::Store& store, audit::Author const& by, std::string_view kiosk,
                             Instant now) {
  auto code = enrolment::make_code();
  auto const verifier = enrolment::verifier_of(code, kiosk);
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const author, author_about(database, by, kiosk));
    auto keep = database.prepare(
        "INSERT INTO kiosk_codes (kiosk, stored_key, server_key, expires_ms, tries_left) VALUES ($1, $2, $3, "
        "$4, $5) ON CONFLICT (kiosk) DO UPDATE SET stored_key = excluded.stored_key, server_key = "
        "excluded.server_key, expires_ms = excluded.expires_ms, tries_left = excluded.tries_left");
    keep.bind(1, kiosk).bind(2, verifier.stored_key).bind(3, verifier.server_key);
    CE_CHECK(keep.bind(4, now.ms + code_minutes * 60'000).bind(5, code_tries).run());
    return audit::append(database, author, audit::Action::kiosk_code_made, {"kiosk", std::string{kiosk}},
                         audit::detail({{"minutes", code_minutes}}), now);
  });
  if (!done) return done.failure();
  return code;
}

Result<protocol::CertificateReply> enrol_by_code(store::Store& store, kiosk_ca::Authority const& authority,
                                                 protocol::EnrolmentRequest const& request, Instant now) {
  std::optional<protocol::CertificateReply> reply;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    reply.reset();
    CE_TRY(auto const code, code_of(database, request.kiosk, now));
    if (!code) return {};
    CE_TRY(auto const author, author_about(database, {"kiosk:" + request.kiosk, "kiosk", {}}, request.kiosk));
    if (!enrolment::proves(code->verifier, protocol::proven_text(request), request.proof)) {
      return count_try(database, author, request.kiosk, code->tries_left, now);
    }
    CE_TRY(auto const made, authority.certify(request.request, request.kiosk, now));
    CE_TRY(bool const mine, use_up(database, request.kiosk, *code));
    if (!mine) return {};
    CE_CHECK(end_identity(database, request.kiosk, now));
    CE_CHECK(forget_beats(database, request.kiosk));
    CE_CHECK(keep_certificate(database, request.kiosk, made, now));
    reply = protocol::CertificateReply{made.pem, authority.pem()};
    reply->proof = enrolment::answer_proof(code->verifier, protocol::proven_text(*reply));
    return audit::append(database, author, audit::Action::kiosk_certified, {"kiosk", request.kiosk},
                         audit::detail({{"serial", made.serial}, {"by", "code"}}), now);
  });
  if (!done) return done.failure();
  if (!reply) return refused();
  return *std::move(reply);
}

}  // namespace ce::fleet
