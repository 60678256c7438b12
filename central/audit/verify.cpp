#include "central/audit/verify.h"

namespace ce::audit {
namespace {

constexpr std::int64_t places_tried = 1000;

std::string number(std::int64_t value) {
  return std::to_string(value);
}

/// Reads one chain in the order of its entries.
class Reading {
 public:
  Reading(std::string scope, Verified& verified) : scope_(std::move(scope)), verified_(verified) {}

  Result<void> run(storage::Database& database) {
    auto rows = database.prepare("SELECT " + std::string{entry_columns} +
                                 " FROM audit_entries WHERE scope = $1 ORDER BY seq");
    rows.bind(1, scope_);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) break;
      take(read_entry(rows));
    }
    return compare_head(database);
  }

 private:
  void find(std::int64_t seq, Break how, std::string words) {
    if (found_++ < most_findings) verified_.findings.push_back({scope_, seq, how, std::move(words)});
  }

  void take(Entry const& entry) {
    ++verified_.entries;
    bool const gap = entry.seq != last_ + 1;
    if (gap) {
      find(last_ + 1, Break::removed,
           entry.seq == last_ + 2 ? "is missing" : "and all up to " + number(entry.seq - 1) + " are missing");
    }
    if (auto const own = hash_of(entry); own != entry.hash) {
      tell_altered(entry);
    } else if (!gap && entry.prev_hash != hash_) {
      find(entry.seq, Break::altered,
           "does not continue entry " + number(last_) + "; one of the two was exchanged");
    }
    last_ = entry.seq;
    hash_ = entry.hash;
  }

  // An entry that is sound under another number was moved, not rewritten.
  void tell_altered(Entry const& entry) {
    if (found_ >= most_findings) return;
    Entry moved = entry;
    for (std::int64_t away = 1; away <= places_tried; ++away) {
      for (std::int64_t const place : {entry.seq - away, entry.seq + away}) {
        moved.seq = place;
        if (hash_of(moved) == entry.hash) {
          return find(entry.seq, Break::reordered, "was written as entry " + number(place));
        }
      }
    }
    find(entry.seq, Break::altered, "does not match its own hash");
  }

  Result<void> compare_head(storage::Database& database) {
    auto row = database.prepare("SELECT seq, hash FROM audit_heads WHERE scope = $1");
    CE_TRY(bool const there, row.bind(1, scope_).step());
    if (!there) {
      find(last_, Break::head_wrong, "ends a chain whose head row is missing");
      return {};
    }
    Head const head{scope_, row.integer(0), row.text(1)};
    if (head.seq > last_) {
      find(last_ + 1, Break::removed,
           "and all up to " + number(head.seq) + ", where the head stands, are missing");
    } else if (head.seq < last_ || head.hash != hash_) {
      find(head.seq, Break::head_wrong, "is where the head stands, but not how the chain ends");
    }
    verified_.heads.push_back(head);
    return {};
  }

  std::string scope_;
  Verified& verified_;
  std::int64_t last_ = 0;
  std::string hash_;
  std::size_t found_ = 0;
};

Result<std::vector<std::string>> chains_of(storage::Database& database, store::RegionScope const& scope) {
  std::vector<std::string> chains;
  auto rows = database.prepare(
      "SELECT scope FROM audit_heads WHERE scope BETWEEN $1 AND $2 UNION "
      "SELECT scope FROM audit_entries WHERE scope BETWEEN $1 AND $2 ORDER BY scope");
  rows.bind(1, scope.code).bind(2, scope.last());
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return chains;
    chains.push_back(rows.text(0));
  }
}

}  // namespace

Result<Verified> verify(storage::Database& database, store::RegionScope const& scope) {
  CE_TRY(auto const chains, chains_of(database, scope));
  Verified verified;
  for (auto const& chain : chains) CE_CHECK(Reading(chain, verified).run(database));
  return verified;
}

Result<std::vector<Head>> heads(storage::Database& database, store::RegionScope const& scope) {
  auto rows = database.prepare(
      "SELECT scope, seq, hash FROM audit_heads WHERE scope BETWEEN $1 AND $2 ORDER BY scope");
  rows.bind(1, scope.code).bind(2, scope.last());
  std::vector<Head> all;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return all;
    all.push_back({rows.text(0), rows.integer(1), rows.text(2)});
  }
}

Result<std::optional<Finding>> compare(storage::Database& database, Head const& earlier) {
  auto row = database.prepare("SELECT hash FROM audit_entries WHERE scope = $1 AND seq = $2");
  CE_TRY(bool const there, row.bind(1, earlier.scope).bind(2, earlier.seq).step());
  if (!there) {
    return std::optional{
        Finding{earlier.scope, earlier.seq, Break::removed, "was the head once and is missing"}};
  }
  if (row.text(0) == earlier.hash) return std::optional<Finding>{};
  return std::optional{
      Finding{earlier.scope, earlier.seq, Break::altered, "had another hash when it was the head"}};
}

}  // namespace ce::audit
