#include "central/fleet/ledger_standing.h"

#include <array>

namespace ce::fleet {
namespace {

constexpr auto standing_words = std::to_array<std::string_view>({"sound", "suspected", "outdated"});

}  // namespace

std::string_view word_of(Standing standing) {
  return standing_words.at(static_cast<std::size_t>(standing));
}

Result<Standing> standing_of(storage::Database& database, std::string_view kiosk) {
  auto row = database.prepare("SELECT ledger_standing FROM kiosk_health WHERE kiosk = $1");
  CE_TRY(bool const there, row.bind(1, kiosk).step());
  if (!there || row.text(0) == "sound") return Standing::sound;
  return row.text(0) == "suspected" ? Standing::suspected : Standing::outdated;
}

Standing standing_after(Standing before, protocol::LedgerPlace const& told,
                        protocol::LedgerHeld const& held) {
  if (held.number <= told.number) return Standing::sound;
  return before == Standing::sound ? Standing::suspected : Standing::outdated;
}

}  // namespace ce::fleet
