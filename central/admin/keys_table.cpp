#include "central/admin/keys_table.h"

#include <algorithm>

#include "central/grants/keys.h"
#include "central/tokens/keys.h"

namespace ce::admin {
namespace {

constexpr auto of_certificates = "certificates";

std::string text_of(std::optional<Instant> instant) {
  return instant ? rfc3339(*instant) : std::string{};
}

Result<void> add_grant_keys(storage::Database& database, Table& table) {
  CE_TRY(auto const keys, grants::keys(database));
  auto const signing = grants::signing_key_id(database).value_or("");
  for (auto const& key : keys) {
    auto const* const state = key.withdrawn       ? "withdrawn"
                              : key.retired       ? "retired"
                              : key.id == signing ? "signs"
                                                  : "verifies";
    table.rows.push_back({key.id, "grants", "ed25519", rfc3339(key.made), state,
                          text_of(key.withdrawn ? key.withdrawn : key.retired), "", "", key.public_key});
  }
  return {};
}

Result<void> add_certificate_keys(storage::Database& database, Table& table, Instant now) {
  CE_TRY(auto const lines, tokens::keys(database));
  auto const signing = tokens::signing_key_id(database, now).value_or("");
  for (auto const& [key, made] : lines) {
    auto const* const state = key.revoked             ? "revoked"
                              : now > key.valid_until ? "expired"
                              : key.retired           ? "retired"
                              : key.id == signing     ? "signs"
                                                      : "verifies";
    table.rows.push_back({key.id, of_certificates, std::string{signature::word_of(key.algorithm)},
                          rfc3339(made), state, text_of(key.revoked ? key.revoked : key.retired),
                          rfc3339(key.valid_until), "", key.public_key});
  }
  return {};
}

}  // namespace

Result<Table> keys_table(store::Store const& store,
                         std::function<bool(std::string const& id)> const& has_file) {
  Table table{
      {"id", "for", "algorithm", "made_at", "state", "ended_at", "valid_until", "file_here", "public_key"},
      {}};
  auto const read = store.read([&](storage::Database& database) -> Result<void> {
    CE_CHECK(add_grant_keys(database, table));
    return add_certificate_keys(database, table, SystemClock{}.now());
  });
  if (!read) return read.failure();
  for (auto& row : table.rows) {
    if (has_file) row.at(7) = has_file(row.front()) ? "yes" : "no";
  }
  return table;
}

bool signs_certificates(Table const& keys, std::string_view id) {
  return std::any_of(keys.rows.begin(), keys.rows.end(),
                     [&](auto const& row) { return row.front() == id && row.at(1) == of_certificates; });
}

}  // namespace ce::admin
