#include "kiosk/journal/audit.h"

#include <openssl/sha.h>

#include <array>
#include <cstdlib>

namespace ce::journal {
namespace {

std::string line_hash(std::string_view before, std::int64_t seq, std::int64_t at, std::string_view print,
                      std::string_view what) {
  std::string text{before};
  text += std::to_string(seq) + '\n' + std::to_string(at) + '\n';
  text += print;
  text += '\n';
  text += what;
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<unsigned char const*>(text.data()), text.size(), digest.data());
  return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

Failure broken(std::string what) {
  return {FailureCode::storage_corrupt, "audit chain: " + std::move(what)};
}

}  // namespace

Result<void> append_audit(storage::Database& database, Instant at, std::string_view print,
                          std::string_view what) {
  std::string before;
  std::int64_t seq = 1;
  {
    auto last = database.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    CE_TRY(bool const row, last.step());
    if (row) {
      seq = last.integer(0) + 1;
      before = last.blob(1);
    }
  }
  auto insert =
      database.prepare("INSERT INTO audit (seq, at, print, what, hash) VALUES ($1, $2, $3, $4, $5)");
  insert.bind(1, seq).bind(2, at.ms).bind(4, what);
  if (print.empty()) {
    insert.bind_null(3);
  } else {
    insert.bind(3, print);
  }
  insert.bind_blob(5, line_hash(before, seq, at.ms, print, what));
  return insert.run();
}

Result<void> check_audit(storage::Database& database) {
  auto lines = database.prepare("SELECT seq, at, coalesce(print, ''), what, hash FROM audit ORDER BY seq");
  std::string before;
  for (std::int64_t expected = 1;; ++expected) {
    CE_TRY(bool const row, lines.step());
    if (!row) break;
    if (lines.integer(0) != expected) return broken("line " + std::to_string(expected) + " is missing");
    std::string hash = line_hash(before, expected, lines.integer(1), lines.text(2), lines.text(3));
    if (hash != lines.blob(4)) return broken("line " + std::to_string(expected) + " was altered");
    before = std::move(hash);
  }
  // Lines cut off at the end leave a sound chain; the prints then tell.
  auto strays = database.prepare(
      "SELECT print.id FROM print WHERE print.state IS NOT (SELECT"
      " CASE instr(what, ' ') WHEN 0 THEN what ELSE substr(what, 1, instr(what, ' ') - 1) END"
      " FROM audit WHERE audit.print = print.id ORDER BY audit.seq DESC LIMIT 1) LIMIT 1");
  CE_TRY(bool const stray, strays.step());
  if (stray) return broken("print " + strays.text(0) + " is not as its last line says");
  return {};
}

}  // namespace ce::journal
