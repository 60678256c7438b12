#include "shared/protocol/certificate_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/year_members.h"

namespace ce::protocol {
namespace {

void put_change(OrderedJson& json, Removed const&) {
  json["removed"] = true;
}

void put_change(OrderedJson& json, CertificateChange const& change) {
  json["holder"] = change.holder;
  json["year"] = change.year;
  json["certificate"] = json_of(change.line);
}

void put_change(OrderedJson& json, StandingChange const& change) {
  json["holder"] = change.holder;
  auto& years = json["years"] = OrderedJson::array();
  for (auto const& year : change.years) years.push_back(json_of_verdict(year));
}

void put_change(OrderedJson& json, KeyChange const& change) {
  json["public_key"] = change.key.public_key;
  if (change.key.retired) json["retired"] = rfc3339(*change.key.retired);
}

void put_change(OrderedJson& json, CertificateKeyChange const& change) {
  json["algorithm"] = signature::word_of(change.key.algorithm);
  json["public_key"] = change.key.public_key;
  json["valid_until"] = rfc3339(change.key.valid_until);
  if (change.key.retired) json["retired"] = rfc3339(*change.key.retired);
  if (change.key.revoked) json["revoked"] = rfc3339(*change.key.revoked);
}

void put_change(OrderedJson& json, RevocationChange const& change) {
  json["date"] = change.revocation.date.iso();
  json["reason"] = token::word_of(change.revocation.reason);
}

void put_change(OrderedJson& json, AuthorityChange const& change) {
  json["region"] = change.region;
  json["name"] = change.name;
  if (change.former.empty()) return;
  auto& former = json["former"] = OrderedJson::array();
  for (auto const& one : change.former) former.push_back({{"name", one.name}, {"until", one.until.iso()}});
}

void put_change(OrderedJson& json, VersionChange const& change) {
  json["version"] = change.version;
  if (!change.text.empty()) json["text"] = change.text;
}

void put_change(OrderedJson& json, ForgottenChange const&) {
  json["forgotten"] = true;
}

void put_change(OrderedJson& json, ConfigChange const& change) {
  json["cache"] = word_of(change.cache);
  json["cache_days"] = change.cache_days;
  json["cache_people"] = change.cache_people;
  if (change.idle_seconds) json["idle_seconds"] = *change.idle_seconds;
}

}  // namespace

std::string write(ChangesPage const& page) {
  auto json = versioned();
  auto& changes = json["changes"] = OrderedJson::array();
  for (auto const& change : page.changes) {
    OrderedJson one{{"kind", change.kind}, {"id", change.id}};
    std::visit([&one](auto const& what) { put_change(one, what); }, change.what);
    changes.push_back(std::move(one));
  }
  json["cursor"] = page.cursor;
  json["has_more"] = page.has_more;
  if (page.as_of) json["as_of"] = rfc3339(*page.as_of);
  return text_of(json);
}

}  // namespace ce::protocol
