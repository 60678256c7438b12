#include "shared/base/text.h"
#include "shared/protocol/certificate_members.h"
#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/parse.h"
#include "shared/protocol/revocation_members.h"
#include "shared/protocol/year_members.h"

namespace ce::protocol {
namespace {

/// As holder_of() makes it; a page that is kept unread is held to the same (change_slices.cpp).
std::string read_holder(Cursor const& at) {
  auto holder = at.text(holder_digits);
  if (holder.size() != holder_digits || !bytes_of_hex(holder)) at.fail("expected 64 digits");
  return holder;
}

CertificateChange read_certificate_change(Cursor const& at) {
  return {.holder = read_holder(at.at("holder")),
          .year = at.at("year").small(1900, 2999),
          .line = read_certificate_line(at.at("certificate"))};
}

StandingChange read_standing_change(Cursor const& at) {
  StandingChange change{.holder = read_holder(at.at("holder")), .years = {}};
  at.at("years").each(most_years, [&](Cursor const& year) { change.years.push_back(read_verdict(year)); });
  return change;
}

KeyChange read_key_change(Cursor const& at, std::string const& id) {
  KeyChange change{{.id = id, .public_key = at.at("public_key").text(longest_number), .retired = {}}};
  if (at.has("retired")) change.key.retired = at.at("retired").instant();
  return change;
}

CertificateKeyChange read_certificate_key(Cursor const& at, std::string const& id) {
  CertificateKeyChange change;
  auto& key = change.key;
  key.id = id;
  auto const algorithm = signature::algorithm_named(at.at("algorithm").text(longest_number));
  if (!algorithm) at.at("algorithm").fail("expected one of the words of this protocol version");
  key.algorithm = algorithm.value_or(signature::Algorithm::ed25519);
  key.public_key = at.at("public_key").text(longest_public_key);
  key.valid_until = at.at("valid_until").instant();
  if (at.has("retired")) key.retired = at.at("retired").instant();
  if (at.has("revoked")) key.revoked = at.at("revoked").instant();
  return change;
}

AuthorityChange read_authority(Cursor const& at) {
  AuthorityChange change{.region = at.at("region").text(longest_number),
                         .name = at.at("name").text(longest_text)};
  if (at.has("former")) {
    at.at("former").each(most_former_names, [&](Cursor const& one) {
      change.former.push_back({one.at("name").text(longest_text), one.at("until").date()});
    });
  }
  return change;
}

VersionChange read_version(Cursor const& at) {
  VersionChange change{.version = at.at("version").text(longest_number), .text = {}};
  if (at.has("text")) change.text = at.at("text").text(longest_file);
  return change;
}

ConfigChange read_config(Cursor const& at) {
  ConfigChange change;
  change.cache = at.at("cache").choice<CachePolicy>();
  change.cache_days = at.at("cache_days").integer(0, most_cache_days);
  change.cache_people = at.at("cache_people").integer(0, most_cache_people);
  if (at.has("idle_seconds"))
    change.idle_seconds = at.at("idle_seconds").integer(least_idle_seconds, most_idle_seconds);
  return change;
}

/// It is asked for by that hash: nothing but one may get into an address.
SealChange read_seal(Cursor const& at) {
  SealChange change{at.at("sha256").text(hash_digits)};
  auto const bytes = bytes_of_hex(change.sha256);
  if (!bytes || change.sha256.size() != hash_digits) at.at("sha256").fail("expected a SHA-256");
  return change;
}

/// A kind that this program does not know comes out as removed: it keeps nothing of that kind.
void read_what(Cursor const& at, Change& change) {
  if (at.has("removed")) return;
  if (change.kind == "certificate") {
    change.what = read_certificate_change(at);
  } else if (change.kind == "standing") {
    change.what = read_standing_change(at);
  } else if (change.kind == "key") {
    change.what = read_key_change(at, change.id);
  } else if (change.kind == "certificate_key") {
    change.what = read_certificate_key(at, change.id);
  } else if (change.kind == "revocation") {
    change.what = RevocationChange{read_revocation_members(at, "date", "reason")};
  } else if (change.kind == "authority") {
    change.what = read_authority(at);
  } else if (change.kind == "pack" || change.kind == "strings") {
    change.what = read_version(at);
  } else if (change.kind == "config") {
    change.what = read_config(at);
  } else if (change.kind == "person") {
    change.what = ForgottenChange{};
  } else if (change.kind == "seal") {
    change.what = read_seal(at);
  }
}

}  // namespace

Result<ChangesPage> read_changes(std::string_view json) {
  return read_body<ChangesPage>(json, [](Cursor const& root) {
    ChangesPage page;
    root.at("changes").each(most_changes, [&](Cursor const& at) {
      Change change{
          .kind = at.at("kind").text(longest_number), .id = at.at("id").text(longest_number), .what = {}};
      read_what(at, change);
      page.changes.push_back(std::move(change));
    });
    page.cursor = root.at("cursor").text(longest_text);
    page.has_more = root.at("has_more").boolean();
    if (root.has("as_of")) page.as_of = root.at("as_of").instant();
    return page;
  });
}

}  // namespace ce::protocol
