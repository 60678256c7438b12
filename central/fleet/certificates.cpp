#include "central/fleet/certificates.h"

#include "central/fleet/copies.h"
#include "central/fleet/fleet.h"
#include "central/store/digest.h"

namespace ce::fleet {
namespace {

// Whether the certificate that let the kiosk in a moment ago holds still, with nobody ending it from here to
// the commit. That very one: the kiosk may have been enrolled anew meanwhile, on another machine.
Result<void> still_in(storage::Database& database, kiosk_ca::ClientIdentity const& shown, Instant now) {
  CE_CHECK(
      database.prepare("UPDATE kiosks SET key_hash = key_hash WHERE id = $1").bind(1, shown.kiosk).run());
  auto row = database.prepare(
      "SELECT 1 FROM kiosk_certificates WHERE kiosk = $1 AND serial = $3 AND revoked_ms IS NULL AND "
      "expires_ms > "
      "$2 AND NOT EXISTS (SELECT 1 FROM kiosk_alarms a WHERE a.kiosk = $1) LIMIT 1");
  row.bind(1, shown.kiosk).bind(2, now.ms).bind(3, shown.serial);
  CE_TRY(bool const holds, row.step());
  if (!holds) return Failure{FailureCode::not_permitted, "终端证书已吊销，请重新登记本机"};
  return {};
}

}  // namespace

Result<void> let_in_certified(store::Store const& store, kiosk_ca::ClientIdentity const& identity,
                              Instant now) {
  return store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(
        "SELECT c.kiosk, c.expires_ms, c.revoked_ms, a.raised_ms FROM kiosk_certificates c "
        "LEFT JOIN kiosk_alarms a ON a.kiosk = c.kiosk WHERE c.serial = $1");
    CE_TRY(bool const there, row.bind(1, identity.serial).step());
    if (!there || row.text(0) != identity.kiosk) {
      return Failure{FailureCode::not_permitted, "本系统没有登记这份终端证书"};
    }
    if (row.optional_integer(2)) return Failure{FailureCode::not_permitted, "终端证书已吊销，请重新登记本机"};
    if (row.integer(1) <= now.ms)
      return Failure{FailureCode::not_permitted, "终端证书已过期，请重新登记本机"};
    if (row.optional_integer(3)) return cut_off();
    return {};
  });
}

Result<void> keep_certificate(storage::Database& database, std::string_view kiosk,
                              kiosk_ca::Certified const& certificate, Instant now) {
  return database
      .prepare(
          "INSERT INTO kiosk_certificates (serial, kiosk, issued_ms, expires_ms, issuer) "
          "VALUES ($1, $2, $3, $4, $5)")
      .bind(1, certificate.serial)
      .bind(2, kiosk)
      .bind(3, now.ms)
      .bind(4, certificate.ends.ms)
      .bind(5, certificate.issuer)
      .run();
}

Result<std::vector<std::string>> certified_by_another(store::Store const& store, std::string_view issuer,
                                                      Instant now) {
  std::vector<std::string> kiosks;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    kiosks.clear();
    auto rows = database.prepare(
        "SELECT DISTINCT kiosk FROM kiosk_certificates WHERE COALESCE(issuer, $3) <> $1 AND revoked_ms IS "
        "NULL "
        "AND expires_ms > $2 ORDER BY kiosk");
    rows.bind(1, issuer).bind(2, now.ms).bind(3, kiosk_ca::first_name);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      kiosks.push_back(rows.text(0));
    }
  });
  if (!done) return done.failure();
  return kiosks;
}

// The kiosk's row first: a renewal under way ends before what it made is looked for, or finds itself refused.
Result<void> end_identity(storage::Database& database, std::string_view kiosk, Instant now) {
  // A key that nobody has.
  CE_CHECK(database.prepare("UPDATE kiosks SET key_hash = $2, revoked_ms = $3 WHERE id = $1")
               .bind(1, kiosk)
               .bind(2, store::key_hash(store::make_key()))
               .bind(3, now.ms)
               .run());
  CE_CHECK(database.prepare("DELETE FROM kiosk_codes WHERE kiosk = $1").bind(1, kiosk).run());
  return database
      .prepare("UPDATE kiosk_certificates SET revoked_ms = $2 WHERE kiosk = $1 AND revoked_ms IS NULL")
      .bind(1, kiosk)
      .bind(2, now.ms)
      .run();
}

Result<void> revoke(store::Store& store, audit::Author const& by, std::string_view kiosk, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const author, author_about(database, by, kiosk));
    CE_CHECK(end_identity(database, kiosk, now));
    CE_CHECK(forget_beats(database, kiosk));
    return audit::append(database, author, audit::Action::kiosk_revoked, {"kiosk", std::string{kiosk}},
                         audit::detail({}), now);
  });
}

Result<kiosk_ca::Certified> renew(store::Store& store, kiosk_ca::Authority const& authority,
                                  kiosk_ca::ClientIdentity const& shown, std::string_view request,
                                  Instant now) {
  auto const& kiosk = shown.kiosk;
  CE_TRY(auto made, authority.certify(request, kiosk, now));
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const author, author_about(database, {"kiosk:" + kiosk, "kiosk", {}}, kiosk));
    CE_CHECK(still_in(database, shown, now));
    CE_CHECK(keep_certificate(database, kiosk, made, now));
    return audit::append(database, author, audit::Action::kiosk_certified, {"kiosk", kiosk},
                         audit::detail({{"serial", made.serial}, {"by", "renewal"}}), now);
  });
  if (!done) return done.failure();
  return made;
}

}  // namespace ce::fleet
