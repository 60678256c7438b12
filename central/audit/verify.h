#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/audit/chain.h"
#include "central/store/rows.h"

namespace ce::audit {

/// What is wrong with a chain, and from which entry on.
enum class Break : std::uint8_t { altered, removed, reordered, head_wrong };

struct Finding {
  std::string scope;
  std::int64_t seq = 0;
  Break how = Break::altered;
  std::string words;  // for the operator, in English as all of ce-admin
  bool operator==(Finding const&) const = default;
};

/// Where a chain ends. Kept elsewhere, it shows later that nothing before it was exchanged.
struct Head {
  std::string scope;
  std::int64_t seq = 0;
  std::string hash;
  bool operator==(Head const&) const = default;
};

struct Verified {
  std::vector<Head> heads;  // by scope; of broken chains too
  std::int64_t entries = 0;
  std::vector<Finding> findings;  // none: every chain is whole
};

/// Reads every chain of `scope` from its first entry to its head, on one state of the database (Store::read).
/// At most most_findings for each chain.
inline constexpr std::size_t most_findings = 20;
[[nodiscard]] Result<Verified> verify(storage::Database& database, store::RegionScope const& scope);

/// Where every chain of `scope` stands now.
[[nodiscard]] Result<std::vector<Head>> heads(storage::Database& database, store::RegionScope const& scope);

/// Whether the entry that `earlier` names still bears its hash: a chain that was written anew as a whole, or
/// cut and mended with its head, is sound in itself and found only so.
[[nodiscard]] Result<std::optional<Finding>> compare(storage::Database& database, Head const& earlier);

}  // namespace ce::audit
