#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "central/audit/action.h"
#include "central/audit/detail.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

/// Who did what and when, in chains that show any later change: one chain per region.
namespace ce::audit {

/// Who acts.
struct Author {
  std::string account;  // "acc-..."; "operator:NAME" at the command line; empty where nobody is known
  std::string party;    // credit::code_of(), or "operator"
  std::string region;   // six digits: the chain that the entry goes to
};

/// What was acted on: a kind ("record", "certificate", "account" ...) and the id in its table; both may be
/// empty.
struct Subject {
  std::string_view kind;
  std::string id;
};

/// Adds one entry to the chain of `author.region`, within the caller's transaction (Store::write): the action
/// and its entry are kept together or not at all. Call it last in the transaction: from here to the commit
/// nobody else appends to that chain. Who appends to several chains in one transaction does so in the order
/// of their regions, or two of them could wait for each other. `detail` is made by detail().
/// Fails with storage errors only.
[[nodiscard]] Result<void> append(storage::Database& database, Author const& author, Action action,
                                  Subject const& subject, std::string_view detail, Instant at);

/// One entry to be.
struct Note {
  Author author;
  Action action;
  Subject subject;
  std::string detail;
  Instant at;
};
/// append() for each, in few statements; those of one chain come in the order given. Any order of regions.
[[nodiscard]] Result<void> append_all(storage::Database& database, std::span<Note const> notes);

/// The author of what is done at the command line of `region`'s matters: "operator:NAME".
[[nodiscard]] Author operator_author(std::string_view name, std::string_view region);

}  // namespace ce::audit
