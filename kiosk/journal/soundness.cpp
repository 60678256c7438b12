// The file as such: can it be written, is it whole, is it the newest copy of the ledger.
#include <system_error>
#include <utility>

#include "kiosk/journal/audit.h"
#include "kiosk/journal/life.h"
#include "kiosk/journal/outbox.h"
#include "kiosk/journal/state.h"
#include "kiosk/journal/stock.h"

namespace ce::journal {
namespace {

Result<void> check_room(std::filesystem::path const& file) {
  std::error_code error;
  auto const space = std::filesystem::space(file.parent_path(), error);
  if (error || space.available >= Journal::least_room) return {};
  return Failure{FailureCode::storage_full, file.parent_path().string() + " has room for " +
                                                std::to_string(space.available >> 10U) + " KiB only"};
}

/// Writes, and tells central what it did not hear meanwhile.
Result<void> write_again(storage::Database& database, Failure const& trouble, Instant since, Instant now) {
  CE_TRY(auto transaction, database.begin());
  CE_CHECK(beat(database));
  std::string const why{name_of(trouble.code)};
  CE_CHECK(post_event(
      database, {EntryId::make(), since, protocol::KioskNoted{protocol::NoteKind::service_paused, why}}));
  CE_CHECK(post_event(
      database, {EntryId::make(), now, protocol::KioskNoted{protocol::NoteKind::service_resumed, why}}));
  return transaction.commit();
}

Result<void> try_a_write(storage::Database& database) {
  CE_TRY(auto transaction, database.begin());
  CE_CHECK(beat(database));
  return transaction.commit();
}

Result<void> check_standing(Standing standing) {
  switch (standing) {
    case Standing::sound:
      return {};
    case Standing::begun_anew:
      return Failure{FailureCode::ledger_begun_anew, "staff look at the paper: ce-kiosk ledger accept"};
    case Standing::outdated:
      return Failure{FailureCode::ledger_outdated, "staff look at the paper: ce-kiosk ledger accept"};
  }
  return Failure{FailureCode::internal_fault, "standing"};
}

template <class State, class Value>
Result<Value> of_life(State& state, Value Life::*value) {
  return state.alone([&](auto& database) -> Result<Value> {
    CE_TRY(auto const life, life_of(database));
    return life.*value;
  });
}

}  // namespace

Result<void> Journal::ready() const {
  auto& state = *state_;
  std::scoped_lock const alone{state.mutex};
  std::error_code unseen;
  if (!state.condemned && std::filesystem::exists(condemned_file(state.file), unseen))
    state.condemned = Failure{FailureCode::storage_corrupt, "another program found it damaged"};
  if (state.condemned) return *state.condemned;
  if (auto room = check_room(state.file); !room) {
    state.note(room.failure());
    return room;
  }
  if (state.trouble) {
    auto const again = write_again(state.database, *state.trouble, state.trouble_since, state.clock->now());
    if (!again) return as_ledger(again.failure());
    state.trouble.reset();
    state.logger->event(log::Event::service_resumed, {{"store", "journal"}});
  }
  if (std::exchange(state.doubted, false)) {
    if (auto const tried = try_a_write(state.database); !tried) return state.failed(tried.failure());
  }
  CE_TRY(auto const life, life_of(state.database));
  return check_standing(life.standing);
}

void Journal::doubt_disk(Failure const& met) const {
  std::scoped_lock const alone{state_->mutex};
  if (is_of_the_disk(met.code)) state_->doubted = true;
}

Result<void> Journal::examine() {
  auto reader = storage::Database::open_reader(state_->file);
  auto sound = reader ? reader->check_integrity() : Result<void>{reader.failure()};
  if (sound) sound = check_audit(*reader);
  if (sound || sound.failure().code != FailureCode::storage_corrupt) return sound;
  condemn(state_->file, sound.failure());
  std::scoped_lock const alone{state_->mutex};
  state_->condemned = sound.failure();
  return sound;
}

Result<Standing> Journal::standing() const {
  return of_life(*state_, &Life::standing);
}

Result<protocol::LedgerPlace> Journal::newest_place() const {
  return state_->alone([](auto& database) { return journal::newest_place(database); });
}

Result<std::int64_t> Journal::newest_delivered() const {
  return state_->alone([](auto& database) { return journal::newest_delivered(database); });
}

Result<bool> Journal::confirmed(std::string const& boot) const {
  return state_->alone([&](auto& database) -> Result<bool> {
    CE_TRY(auto const life, life_of(database));
    return !boot.empty() && life.boot == boot && life.standing != Standing::outdated;
  });
}

Result<std::string> Journal::epoch() const {
  return of_life(*state_, &Life::epoch);
}

Result<std::string> Journal::era() const {
  return of_life(*state_, &Life::era);
}

Result<Compared> Journal::compare(Answered const& answered, std::string const& boot) {
  auto const& held = answered.held;
  {
    // A heartbeat in which nothing is new costs no write.
    std::scoped_lock const alone{state_->mutex};
    CE_TRY(auto const life, life_of(state_->database));
    CE_TRY(auto const newest, journal::newest_place(state_->database));
    bool const same = held.number <= newest.number && answered.delivered <= held.number &&
                      !is_another(life, answered.epoch);
    CE_TRY(bool const known, held.number == 0 ? Result<bool>{true} : knows(state_->database, held));
    if (same && known && life.boot == boot) return Compared{.standing = life.standing};
  }
  auto compared = state_->in_transaction([&](storage::Database& database) {
    return compare_with(database, answered, boot, state_->clock->now());
  });
  if (!compared) return compared;
  if (compared->standing == Standing::outdated) {
    state_->logger->event(log::Event::ledger_outdated, {{"held", held.number}});
  }
  if (compared->reopened > 0) {
    state_->logger->event(log::Event::events_reopened,
                          {{"events", compared->reopened}, {"after", held.number}});
  }
  return compared;
}

Result<void> Journal::take_over(std::int64_t top_serial) {
  return state_->in_transaction([&](storage::Database& database) -> Result<void> {
    auto const now = state_->clock->now();
    CE_CHECK(take_over_ledger(database, now));
    return go_on_at(database, state_->mark_file, top_serial, now);
  });
}

Result<std::int64_t> Journal::drop_delivered(int days) {
  constexpr std::int64_t at_a_time = 500;
  Instant const before{state_->clock->now().ms - std::int64_t{days} * 86'400'000};
  std::int64_t sum = 0;
  for (;;) {
    CE_TRY(auto const gone, state_->in_transaction([&](storage::Database& database) {
      return journal::drop_delivered(database, before, at_a_time);
    }));
    sum += gone;
    if (gone < at_a_time) return sum;
  }
}

Result<std::vector<RefusedEvent>> Journal::refused() const {
  return state_->alone([](auto& database) { return refused_events(database); });
}

Result<void> Journal::note(protocol::NoteKind kind, std::string const& detail, std::optional<Instant> at) {
  return state_->in_transaction([&](storage::Database& database) {
    return post_event(
        database, {EntryId::make(), at.value_or(state_->clock->now()), protocol::KioskNoted{kind, detail}});
  });
}

}  // namespace ce::journal
