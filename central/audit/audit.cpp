#include "central/audit/audit.h"

#include "central/audit/chain.h"

namespace ce::audit {
namespace {

// Takes the next place in the chain and with it the head row, which no other transaction gets until this one
// ends. What the head still says is the hash of the entry before.
Result<void> take_place(storage::Database& database, Entry& entry) {
  auto head = database.prepare(
      "INSERT INTO audit_heads (scope, seq, hash) VALUES ($1, 1, '') "
      "ON CONFLICT (scope) DO UPDATE SET seq = audit_heads.seq + 1 RETURNING seq, hash");
  CE_CHECK(head.bind(1, entry.scope).ask().step());
  entry.seq = head.integer(0);
  entry.prev_hash = head.text(1);
  return {};
}

Result<void> write_entry(storage::Database& database, Entry const& entry) {
  auto insert = database.prepare(
      "INSERT INTO audit_entries (scope, seq, at_ms, actor, party, action, subject_kind, subject, detail, "
      "prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
  insert.bind(1, entry.scope).bind(2, entry.seq).bind(3, entry.at_ms);
  int parameter = 4;
  for (auto const* member : {&entry.actor, &entry.party, &entry.action, &entry.subject_kind, &entry.subject,
                             &entry.detail, &entry.prev_hash, &entry.hash}) {
    insert.bind(parameter++, *member);
  }
  return insert.run_later();
}

}  // namespace

Result<void> append(storage::Database& database, Author const& author, Action action, Subject const& subject,
                    std::string_view detail, Instant at) {
  Entry entry;
  entry.scope = author.region;
  entry.at_ms = at.ms;
  entry.actor = author.account;
  entry.party = author.party;
  entry.action = word_of(action);
  entry.subject_kind = subject.kind;
  entry.subject = subject.id;
  entry.detail = detail;
  CE_CHECK(take_place(database, entry));
  entry.hash = hash_of(entry);
  CE_CHECK(write_entry(database, entry));
  return database.prepare("UPDATE audit_heads SET hash = $2 WHERE scope = $1")
      .bind(1, entry.scope)
      .bind(2, entry.hash)
      .run_later();
}

Author operator_author(std::string_view name, std::string_view region) {
  return {"operator:" + std::string{name}, "operator", std::string{region}};
}

}  // namespace ce::audit
