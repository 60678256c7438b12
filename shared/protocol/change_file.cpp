#include "shared/protocol/change_file.h"

#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"

namespace ce::protocol {

void KeptChanges::apply(ChangesPage const& page) {
  for (auto const& change : page.changes) {
    std::pair key{change.kind, change.id};
    if (std::holds_alternative<Removed>(change.what)) {
      changes.erase(key);
    } else {
      changes.insert_or_assign(std::move(key), change);
    }
  }
  cursor = page.cursor;
  if (page.as_of) as_of = page.as_of;
}

std::string write_file(KeptChanges const& kept) {
  std::string text;
  ChangesPage page;
  page.cursor = kept.cursor;
  page.as_of = kept.as_of;
  for (auto const& [key, change] : kept.changes) {
    if (page.changes.size() == most_changes) {
      text += write(page) + "\n";
      page.changes.clear();
      page.as_of = {};
    }
    page.changes.push_back(change);
  }
  return text + write(page) + "\n";
}

Result<KeptChanges> read_file(std::string_view text) {
  KeptChanges kept;
  for (bool first = true; first || !text.empty(); first = false) {
    auto const end = std::min(text.find('\n'), text.size());
    CE_TRY(auto const page, read_changes(text.substr(0, end)));
    kept.apply(page);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return kept;
}

std::string name_on(AuthorityChange const& authority, Date day) {
  for (auto const& former : authority.former) {
    if (former.name != authority.name && day == former.until) return {};
    if (day <= former.until) return former.name;
  }
  return authority.name;
}

Proofs proofs_of(KeptChanges const& kept) {
  Proofs proofs;
  proofs.as_of = kept.as_of;
  std::vector<token::VerificationKey> keys;
  for (auto const& [key, change] : kept.changes) {
    if (auto const* signing = std::get_if<CertificateKeyChange>(&change.what)) keys.push_back(signing->key);
    if (auto const* gone = std::get_if<RevocationChange>(&change.what)) {
      proofs.revocations.emplace(change.id, gone->revocation);
    }
    if (auto const* unit = std::get_if<AuthorityChange>(&change.what)) {
      proofs.authorities.emplace(unit->region, *unit);
    }
  }
  proofs.keys = token::KeySet{keys};
  return proofs;
}

}  // namespace ce::protocol
