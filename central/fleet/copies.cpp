#include "central/fleet/copies.h"

#include <utility>

#include "central/fleet/certificates.h"
#include "central/fleet/fleet.h"

namespace ce::fleet {
namespace {

using protocol::Beat;

Result<std::optional<Beat>> held_of(storage::Database& database, std::string_view kiosk) {
  auto row = database.prepare("SELECT run, number FROM kiosk_beats WHERE kiosk = $1");
  CE_TRY(bool const there, row.bind(1, kiosk).step());
  if (!there) return std::optional<Beat>{};
  CE_TRY(auto run, EntryId::parse(row.text(0)));
  return std::optional{Beat{std::move(run), row.integer(1)}};
}

// False where one stands already.
Result<bool> raise(storage::Database& database, std::string_view kiosk, std::int64_t told, std::int64_t held,
                   Instant now) {
  auto row = database.prepare(
      "INSERT INTO kiosk_alarms (kiosk, told, held, raised_ms) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (kiosk) DO NOTHING RETURNING 1");
  CE_TRY(bool const raised, row.bind(1, kiosk).bind(2, told).bind(3, held).bind(4, now.ms).ask().step());
  if (raised) CE_CHECK(row.run());  // to its end: a statement with rows to give holds a commit up
  return raised;
}

}  // namespace

Heard heard(std::optional<Beat> const& held, std::optional<Beat> const& told) {
  if (!held) return told ? Heard::next : Heard::nothing;
  if (!told) return Heard::behind;
  if (told->number > held->number) return Heard::next;
  return told->run == held->run ? Heard::again : Heard::behind;
}

Result<Heard> take_beat(storage::Database& database, audit::Author const& author, std::string_view kiosk,
                        std::optional<Beat> const& told, Instant now) {
  CE_TRY(auto const held, held_of(database, kiosk));
  auto const what = heard(held, told);
  if (what == Heard::next) {
    CE_CHECK(database
                 .prepare("INSERT INTO kiosk_beats (kiosk, run, number) VALUES ($1, $2, $3) "
                          "ON CONFLICT (kiosk) DO UPDATE SET run = excluded.run, number = excluded.number")
                 .bind(1, kiosk)
                 .bind(2, told->run.text())
                 .bind(3, told->number)
                 .run());
  }
  if (what != Heard::behind) return what;
  std::int64_t const number = told ? told->number : 0;
  CE_TRY(bool const raised, raise(database, kiosk, number, held->number, now));
  if (!raised) return what;
  CE_CHECK(audit::append(database, author, audit::Action::kiosk_cut_off, {"kiosk", std::string{kiosk}},
                         audit::detail({{"told", number}, {"held", held->number}}), now));
  return what;
}

Result<void> forget_beats(storage::Database& database, std::string_view kiosk) {
  CE_CHECK(database.prepare("DELETE FROM kiosk_beats WHERE kiosk = $1").bind(1, kiosk).run());
  return database.prepare("DELETE FROM kiosk_alarms WHERE kiosk = $1").bind(1, kiosk).run();
}

Failure cut_off() {
  return {FailureCode::ledger_outdated, {}};
}

Result<void> answer_alarm(store::Store& store, audit::Author const& by, std::string_view kiosk,
                          Finding finding, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const author, author_about(database, by, kiosk));
    {
      auto row = database.prepare("SELECT 1 FROM kiosk_alarms WHERE kiosk = $1");
      CE_TRY(bool const stands, row.bind(1, kiosk).step());
      if (!stands) return Failure{FailureCode::record_unknown, "no alarm stands for this kiosk"};
    }
    CE_CHECK(forget_beats(database, kiosk));
    bool const stolen = finding == Finding::stolen;
    if (stolen) CE_CHECK(end_identity(database, kiosk, now));
    return audit::append(database, author,
                         stolen ? audit::Action::kiosk_revoked : audit::Action::kiosk_let_in_again,
                         {"kiosk", std::string{kiosk}}, audit::detail({{"after", "alarm"}}), now);
  });
}

}  // namespace ce::fleet
