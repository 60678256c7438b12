#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "central/audit/audit.h"
#include "central/store/store.h"
#include "shared/certificate/sheet.h"
#include "shared/protocol/limits.h"

namespace ce::issuing {

/// Who issues in a region and how its sheets are sealed (articles 14 and 15).
struct Authority {
  std::string region;
  std::string name;                                // 发证单位 as printed
  std::optional<certificate::SealMode> seal_mode;  // nothing: what the year's pack says
  std::string seal;                                // SHA-256 of the seal's picture, or empty
  bool is_set = false;                             // somebody has set it; else derived from the region
  bool operator==(Authority const&) const = default;
};

/// As it is now; certificates keep what was true when they were issued. An unknown region has no name.
[[nodiscard]] Result<Authority> authority_of(storage::Database& database, rulebook::Rulebook const& rules,
                                             std::string_view region);

/// The same of some regions (not none), in two parts, so that it may be asked together with other things
/// (Statement::ask).
[[nodiscard]] storage::Statement ask_authorities(storage::Database& database,
                                                 std::span<std::string const> regions);
[[nodiscard]] Result<std::map<std::string, Authority>> read_authorities(storage::Statement asked,
                                                                        rulebook::Rulebook const& rules,
                                                                        std::span<std::string const> regions);

/// Every region's, by code.
[[nodiscard]] Result<std::vector<Authority>> authorities(store::Store const& store);

/// The largest picture of a seal: what kiosks take.
using protocol::most_seal_bytes;

/// What is to be changed of a region's authority; what is not named stays.
struct AuthorityChange {
  std::string region;
  std::optional<std::string> name = {};
  std::optional<certificate::SealMode> seal_mode = {};
  std::optional<std::string> seal_png = {};  // the picture's bytes; empty takes it away
  std::optional<std::string> seal = {};      // the hash of one that is kept already (keep_picture())
};

/// Sets it for certificates issued from now on, the picture for all that are printed from now on, with an
/// entry in the audit chain; kiosks learn of it with their next delta. `by` answers for it, whatever region
/// it names. Fails with input_invalid (unknown region, a name that cannot be printed, an electronic seal
/// without its picture) and file_refused (see seal_check.h).
/// `proposal`: on which two persons agreed (central/approvals).
[[nodiscard]] Result<void> set_authority(storage::Database& database, rulebook::Rulebook const& rules,
                                         AuthorityChange const& change, audit::Author by, Instant now,
                                         std::string_view proposal = {});
[[nodiscard]] Result<void> set_authority(store::Store& store, AuthorityChange const& change, audit::Author by,
                                         Instant now);

/// Keeps the picture of a seal that is nobody's yet, and gives its hash; that of nothing is nothing. Fails
/// with file_refused.
[[nodiscard]] Result<std::string> keep_picture(storage::Database& database, std::string const& png,
                                               Instant now);
/// The picture of a seal, also of a former one. Fails with record_unknown.
[[nodiscard]] Result<std::string> seal_picture(store::Store const& store, std::string_view hash);
/// The picture that is now some authority's seal: what kiosks may have. Fails with record_unknown.
[[nodiscard]] Result<std::string> seal_in_use(store::Store const& store, std::string_view hash);
/// The hash of the seal that the region's authority has now; empty: it has no picture.
[[nodiscard]] Result<std::string> seal_of(storage::Database& database, std::string_view region);

}  // namespace ce::issuing
