#include "central/fleet/notes.h"

#include "shared/protocol/names.h"

namespace ce::fleet {
namespace {

using protocol::NoteKind;

/// Calls `take(kiosk, since)` for each kiosk that said `pause` and not `resume` after it.
template <class Take>
Result<void> each_paused(storage::Database& database, NoteKind pause, NoteKind resume, Take const& take) {
  auto rows = database.prepare(
      "SELECT n.kiosk, n.noted_ms FROM (SELECT kiosk, MAX(noted_ms) AS noted_ms FROM kiosk_notes "
      "WHERE kind = $1 GROUP BY kiosk) n WHERE NOT EXISTS (SELECT 1 FROM kiosk_notes later "
      "WHERE later.kiosk = n.kiosk AND later.kind = $2 AND later.noted_ms >= n.noted_ms)");
  rows.bind(1, protocol::word_of(pause)).bind(2, protocol::word_of(resume));
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    take(rows.text(0), Instant{rows.integer(1)});
  }
}

}  // namespace

Result<std::vector<Note>> notes_of(store::Store const& store, std::string_view kiosk, std::int64_t most) {
  std::vector<Note> notes;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(
        "SELECT kind, detail, noted_ms FROM kiosk_notes WHERE kiosk = $1 ORDER BY noted_ms DESC, entry_id "
        "DESC LIMIT $2");
    rows.bind(1, kiosk).bind(2, most);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      if (auto const kind = protocol::named<NoteKind>(rows.text(0))) {
        notes.push_back({*kind, rows.text(1), Instant{rows.integer(2)}});
      }
    }
  });
  if (!done) return done.failure();
  return notes;
}

Result<std::map<std::string, Pause, std::less<>>> paused_kiosks(store::Store const& store) {
  std::map<std::string, Pause, std::less<>> paused;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    CE_CHECK(each_paused(database, NoteKind::staff_paused, NoteKind::staff_resumed,
                         [&](std::string const& kiosk, Instant since) {
                           paused[kiosk] = {true, since};
                         }));
    return each_paused(database, NoteKind::service_paused, NoteKind::service_resumed,
                       [&](std::string const& kiosk, Instant since) {
                         paused.try_emplace(kiosk, Pause{false, since});
                       });
  });
  if (!done) return done.failure();
  return paused;
}

}  // namespace ce::fleet
