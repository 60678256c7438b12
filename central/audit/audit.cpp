#include "central/audit/audit.h"

#include <algorithm>
#include <array>
#include <vector>

#include "central/audit/chain.h"
#include "shared/storage/insert_rows.h"

namespace ce::audit {
namespace {

Entry entry_of(Note const& note) {
  Entry entry;
  entry.scope = note.author.region;
  entry.at_ms = note.at.ms;
  entry.actor = note.author.account;
  entry.party = note.author.party;
  entry.action = word_of(note.action);
  entry.subject_kind = note.subject.kind;
  entry.subject = note.subject.id;
  entry.detail = note.detail;
  return entry;
}

/// One chain's new entries, and its last place and hash before them.
struct Growth {
  std::span<Entry> entries;
  std::int64_t seq = 0;
  std::string hash = {};
};

std::vector<Growth> by_chain(std::vector<Entry>& sorted) {
  std::vector<Growth> chains;
  for (auto from = sorted.begin(); from != sorted.end();) {
    auto const to =
        std::find_if(from, sorted.end(), [&](Entry const& one) { return one.scope != from->scope; });
    chains.push_back({{from, to}});
    from = to;
  }
  return chains;
}

// Takes the next places of the chains and with them the head rows, which no other transaction gets until this
// one ends. What a head still says is the hash of the entry before.
Result<void> take_places(storage::Database& database, std::vector<Growth>& chains) {
  return storage::insert_rows_returning(
      database, "INSERT INTO audit_heads (scope, seq, hash)", 3, chains.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        auto const count = static_cast<std::int64_t>(chains[i].entries.size());
        row.bind(first, chains[i].entries.front().scope).bind(first + 1, count).bind(first + 2, "");
      },
      " ON CONFLICT (scope) DO UPDATE SET seq = audit_heads.seq + excluded.seq RETURNING scope, seq, hash",
      [&](storage::Statement const& row) -> Result<void> {
        auto const scope = row.text(0);
        auto const at = std::find_if(chains.begin(), chains.end(), [&](Growth const& chain) {
          return chain.entries.front().scope == scope;
        });
        at->seq = row.integer(1) - static_cast<std::int64_t>(at->entries.size());
        at->hash = row.text(2);
        return {};
      });
}

void link(Growth const& chain) {
  auto seq = chain.seq;
  auto const* before = &chain.hash;
  for (auto& entry : chain.entries) {
    entry.seq = ++seq;
    entry.prev_hash = *before;
    entry.hash = hash_of(entry);
    before = &entry.hash;
  }
}

Result<void> write_entries(storage::Database& database, std::span<Entry const> entries) {
  return storage::insert_rows(
      database,
      "INSERT INTO audit_entries (scope, seq, at_ms, actor, party, action, subject_kind, subject, detail, "
      "prev_hash, hash)",
      11, entries.size(), [&](storage::Statement& insert, int first, std::size_t i) {
        auto const& entry = entries[i];
        insert.bind(first, entry.scope).bind(first + 1, entry.seq).bind(first + 2, entry.at_ms);
        int parameter = first + 3;
        for (auto const* member : {&entry.actor, &entry.party, &entry.action, &entry.subject_kind,
                                   &entry.subject, &entry.detail, &entry.prev_hash, &entry.hash}) {
          insert.bind(parameter++, *member);
        }
      });
}

Result<void> write_heads(storage::Database& database, std::vector<Growth> const& chains) {
  return storage::insert_rows(
      database, "INSERT INTO audit_heads (scope, seq, hash)", 3, chains.size(),
      [&](storage::Statement& row, int first, std::size_t i) {
        auto const& last = chains[i].entries.back();
        row.bind(first, last.scope).bind(first + 1, last.seq).bind(first + 2, last.hash);
      },
      " ON CONFLICT (scope) DO UPDATE SET hash = excluded.hash");
}

}  // namespace

Result<void> append(storage::Database& database, Author const& author, Action action, Subject const& subject,
                    std::string_view detail, Instant at) {
  Note const note{author, action, subject, std::string{detail}, at};
  return append_all(database, {&note, 1});
}

Result<void> append_all(storage::Database& database, std::span<Note const> notes) {
  std::vector<Entry> entries;
  entries.reserve(notes.size());
  for (auto const& note : notes) entries.push_back(entry_of(note));
  std::stable_sort(entries.begin(), entries.end(),
                   [](Entry const& a, Entry const& b) { return a.scope < b.scope; });
  auto chains = by_chain(entries);
  CE_CHECK(take_places(database, chains));
  for (auto const& chain : chains) link(chain);
  CE_CHECK(write_entries(database, entries));
  return write_heads(database, chains);
}

Author operator_author(std::string_view name, std::string_view region) {
  return {"operator:" + std::string{name}, "operator", std::string{region}};
}

}  // namespace ce::audit
