#include "shared/protocol/certificate_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/writing.h"
#include "shared/protocol/year_members.h"

namespace ce::protocol {
namespace {

void put_change(ObjectWriter& json, Removed const&) {
  json.flag("removed", true);
}

void put_change(ObjectWriter& json, CertificateChange const& change) {
  json.text("holder", change.holder).number("year", change.year);
  put_certificate(json, change.line);
}

void put_change(ObjectWriter& json, StandingChange const& change) {
  json.text("holder", change.holder).list("years");
  for (auto const& year : change.years) {
    json.item();
    put_verdict(json, year);
    json.close();
  }
  json.close_list();
}

void put_change(ObjectWriter& json, KeyChange const& change) {
  json.text("public_key", change.key.public_key);
  if (change.key.retired) json.text("retired", rfc3339(*change.key.retired));
}

void put_change(ObjectWriter& json, CertificateKeyChange const& change) {
  json.text("algorithm", signature::word_of(change.key.algorithm)).text("public_key", change.key.public_key);
  json.text("valid_until", rfc3339(change.key.valid_until));
  if (change.key.retired) json.text("retired", rfc3339(*change.key.retired));
  if (change.key.revoked) json.text("revoked", rfc3339(*change.key.revoked));
}

void put_change(ObjectWriter& json, RevocationChange const& change) {
  json.text("date", change.revocation.date.iso()).text("reason", token::word_of(change.revocation.reason));
}

void put_change(ObjectWriter& json, AuthorityChange const& change) {
  json.text("region", change.region).text("name", change.name);
  if (change.former.empty()) return;
  json.list("former");
  for (auto const& one : change.former) {
    json.item().text("name", one.name).text("until", one.until.iso()).close();
  }
  json.close_list();
}

void put_change(ObjectWriter& json, VersionChange const& change) {
  json.text("version", change.version);
  if (!change.text.empty()) json.text("text", change.text);
}

void put_change(ObjectWriter& json, ForgottenChange const&) {
  json.flag("forgotten", true);
}

void put_change(ObjectWriter& json, ConfigChange const& change) {
  json.text("cache", word_of(change.cache)).number("cache_days", change.cache_days);
  json.number("cache_people", change.cache_people);
  if (change.idle_seconds) json.number("idle_seconds", *change.idle_seconds);
}

void put_change(ObjectWriter& json, SealChange const& change) {
  json.text("sha256", change.sha256);
}

}  // namespace

std::string write(ChangesPage const& page) {
  ObjectWriter json;
  json.list("changes");
  for (auto const& change : page.changes) {
    json.item().text("kind", change.kind).text("id", change.id);
    std::visit([&json](auto const& what) { put_change(json, what); }, change.what);
    json.close();
  }
  json.close_list().text("cursor", page.cursor).flag("has_more", page.has_more);
  if (page.as_of) json.text("as_of", rfc3339(*page.as_of));
  return std::move(json).finish();
}

}  // namespace ce::protocol
