#include "kiosk/journal/life.h"

#include <array>

#include "kiosk/journal/audit.h"
#include "kiosk/journal/outbox.h"

namespace ce::journal {
namespace {

constexpr auto standing_names = std::to_array<std::string_view>({"sound", "begun_anew", "outdated"});

Result<std::int64_t> reopen_after(storage::Database& database, std::int64_t held, std::int64_t upto) {
  auto update = database.prepare(
      "UPDATE outbox SET state = 'pending', problem = NULL, closed_at = NULL WHERE seq > $1 AND seq <= $2 "
      "AND "
      "state <> 'pending'");
  CE_CHECK(update.bind(1, held).bind(2, upto).run());
  return database.changes();
}

Result<std::int64_t> events_between(storage::Database& database, std::int64_t held, std::int64_t upto) {
  auto count = database.prepare("SELECT count(*) FROM outbox WHERE seq > $1 AND seq <= $2");
  CE_CHECK(count.bind(1, held).bind(2, upto).step());
  return count.integer(0);
}

}  // namespace

std::string_view name_of(Standing standing) {
  return standing_names.at(static_cast<std::size_t>(standing));
}

Result<void> ensure_life(storage::Database& database, Standing standing) {
  return database
      .prepare(
          "INSERT INTO life (id, ledger, standing, era) VALUES (1, $1, $2, $3) ON CONFLICT (id) DO NOTHING")
      .bind(1, EntryId::make().text())
      .bind(2, name_of(standing))
      .bind(3, EntryId::make().text())
      .run();
}

Result<Life> life_of(storage::Database& database) {
  auto row = database.prepare("SELECT ledger, standing, boot, epoch, era FROM life WHERE id = 1");
  CE_TRY(bool const there, row.step());
  if (!there) return Failure{FailureCode::storage_corrupt, "the ledger has no id"};
  CE_TRY(auto ledger, EntryId::parse(row.text(0)));
  Life life{.ledger = std::move(ledger),
            .standing = Standing::sound,
            .boot = row.text(2),
            .epoch = row.text(3),
            .era = row.text(4)};
  if (row.text(1) == name_of(Standing::begun_anew)) life.standing = Standing::begun_anew;
  if (row.text(1) == name_of(Standing::outdated)) life.standing = Standing::outdated;
  return life;
}

Result<void> change_standing(storage::Database& database, Standing standing, protocol::NoteKind kind,
                             std::string const& detail, Instant at) {
  CE_CHECK(database.prepare("UPDATE life SET standing = $1").bind(1, name_of(standing)).run());
  CE_CHECK(post_event(database, {EntryId::make(), at, protocol::KioskNoted{kind, detail}}));
  return append_audit(database, at, "", "ledger " + std::string{name_of(standing)} + ": " + detail);
}

Result<void> begin_era(storage::Database& database) {
  return database.prepare("UPDATE life SET era = $1").bind(1, EntryId::make().text()).run();
}

Result<void> beat(storage::Database& database) {
  return database.execute("UPDATE life SET beats = beats + 1");
}

Result<protocol::LedgerPlace> newest_place(storage::Database& database) {
  CE_TRY(auto life, life_of(database));
  auto row = database.prepare("SELECT coalesce(max(seq), 0) FROM outbox");
  CE_CHECK(row.step());
  return protocol::LedgerPlace{std::move(life.ledger), row.integer(0)};
}

Result<std::int64_t> newest_delivered(storage::Database& database) {
  auto row = database.prepare("SELECT coalesce(max(seq), 0) FROM outbox WHERE state = 'delivered'");
  CE_CHECK(row.step());
  return row.integer(0);
}

bool is_another(Life const& life, std::string const& epoch) {
  return !epoch.empty() && epoch != life.epoch;
}

Result<bool> knows(storage::Database& database, protocol::LedgerHeld const& held) {
  auto row = database.prepare("SELECT id FROM outbox WHERE seq = $1");
  CE_TRY(bool const there, row.bind(1, held.number).step());
  if (there) return !held.event || row.text(0) == held.event->text();
  // Numbers have no gaps: one that is missing below the newest was delivered long ago and dropped.
  CE_TRY(auto const newest, newest_place(database));
  return held.number < newest.number;
}

Result<Compared> compare_with(storage::Database& database, Answered const& answered, std::string const& boot,
                              Instant at) {
  CE_TRY(auto const life, life_of(database));
  auto const& held = answered.held;
  Compared compared{.standing = life.standing};
  if (answered.ledger != life.ledger) return compared;
  if (held.number > 0) {
    CE_TRY(bool const known, knows(database, held));
    if (!known) {
      if (life.standing == Standing::outdated) return compared;
      CE_TRY(auto const newest, newest_place(database));
      compared.standing = Standing::outdated;
      CE_CHECK(change_standing(database, compared.standing, protocol::NoteKind::ledger_outdated,
                               "central holds event " + std::to_string(held.number) + ", newest here " +
                                   std::to_string(newest.number),
                               at));
      return compared;
    }
  }
  if (answered.delivered > held.number) {
    CE_TRY(compared.reopened, reopen_after(database, held.number, answered.delivered));
    CE_TRY(auto const here, events_between(database, held.number, answered.delivered));
    auto detail = std::to_string(compared.reopened) + " after event " + std::to_string(held.number);
    if (auto const gone = answered.delivered - held.number - here; gone > 0) {
      detail += "; " + std::to_string(gone) + " are too old to be kept here";
    }
    CE_CHECK(post_event(
        database, {EntryId::make(), at, protocol::KioskNoted{protocol::NoteKind::events_reopened, detail}}));
    CE_CHECK(append_audit(database, at, "", "events reopened: " + detail));
  }
  compared.ask_again = !life.epoch.empty() && is_another(life, answered.epoch);
  if (compared.ask_again) CE_CHECK(begin_era(database));
  auto update = database.prepare("UPDATE life SET boot = $1, epoch = $2");
  CE_CHECK(update.bind(1, compared.ask_again ? "" : boot)
               .bind(2, answered.epoch.empty() ? life.epoch : answered.epoch)
               .run());
  return compared;
}

Result<void> take_over_ledger(storage::Database& database, Instant at) {
  CE_TRY(auto const life, life_of(database));
  if (life.standing == Standing::sound) {
    return Failure{FailureCode::not_permitted, "the ledger is sound; there is nothing to take over"};
  }
  // Under its old name central would take what comes now for what it has already.
  if (life.standing == Standing::outdated) {
    CE_CHECK(
        database.prepare("UPDATE life SET ledger = $1, boot = ''").bind(1, EntryId::make().text()).run());
  }
  CE_CHECK(begin_era(database));
  return change_standing(database, Standing::sound, protocol::NoteKind::ledger_accepted,
                         "was " + std::string{name_of(life.standing)} + ", ledger " + life.ledger.text(), at);
}

}  // namespace ce::journal
