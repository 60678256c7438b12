#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/protocol/changes.h"
#include "shared/token/examine.h"

/// What central told, kept in a file: pages as central sends them, one a line, the first with `as_of`.
namespace ce::protocol {

struct KeptChanges {
  /// By kind and id.
  std::map<std::pair<std::string, std::string>, Change> changes;
  std::string cursor;            // of the last page; empty: nothing was told yet
  std::optional<Instant> as_of;  // see ChangesPage::as_of
  bool operator==(KeptChanges const&) const = default;

  /// Takes a page in: what is removed goes, the rest replaces what it was.
  void apply(ChangesPage const& page);
};

[[nodiscard]] std::string write_file(KeptChanges const& kept);
/// Fails as read_changes() does, for the first line that is none.
[[nodiscard]] Result<KeptChanges> read_file(std::string_view text);

/// What a token is examined against.
struct Proofs {
  token::KeySet keys;
  token::Revocations revocations;
  std::map<std::string, AuthorityChange> authorities;  // by region
  std::optional<Instant> as_of;
};
/// What the authority was called on that day; nothing on the very day of a change, which had two names.
[[nodiscard]] std::string name_on(AuthorityChange const& authority, Date day);

[[nodiscard]] Proofs proofs_of(KeptChanges const& kept);

}  // namespace ce::protocol
