#include "central/audit/chain.h"

#include "central/store/digest.h"

namespace ce::audit {
namespace {

constexpr std::string_view form = "ce-audit-1";

void put(std::string& bytes, std::string_view member) {
  bytes.append(std::to_string(member.size())).append(":").append(member).append(",");
}

}  // namespace

std::string hash_of(Entry const& entry) {
  std::string bytes;
  put(bytes, form);
  put(bytes, entry.scope);
  put(bytes, std::to_string(entry.seq));
  put(bytes, std::to_string(entry.at_ms));
  for (auto const* member : {&entry.actor, &entry.party, &entry.action, &entry.subject_kind, &entry.subject,
                             &entry.detail, &entry.prev_hash}) {
    put(bytes, *member);
  }
  return store::sha256_hex(bytes);
}

Entry read_entry(storage::Statement const& row) {
  Entry entry;
  entry.scope = row.text(0);
  entry.seq = row.integer(1);
  entry.at_ms = row.integer(2);
  int column = 3;
  for (auto* member : {&entry.actor, &entry.party, &entry.action, &entry.subject_kind, &entry.subject,
                       &entry.detail, &entry.prev_hash, &entry.hash}) {
    *member = row.text(column++);
  }
  return entry;
}

}  // namespace ce::audit
