#include "kiosk/cache/look_up.h"
#include "kiosk/cache/state.h"

namespace ce::cache {

Result<void> Cache::State::erase(std::string const& person_key) {
  auto drop = database.prepare("DELETE FROM person WHERE key = $1");
  return drop.bind_blob(1, person_key).run();
}

Result<void> Cache::State::prune() {
  since_prune = 0;
  auto old = database.prepare("DELETE FROM person WHERE kept_at < $1");
  CE_CHECK(old.bind(1, oldest_kept()).run());
  auto many = database.prepare(
      "DELETE FROM person WHERE key IN (SELECT key FROM person ORDER BY kept_at DESC, key LIMIT -1 OFFSET "
      "$1)");
  return many.bind(1, limits.people).run();
}

Result<void> Cache::State::settle() {
  CE_CHECK(settle_key());
  return prune();
}

Result<void> Cache::State::settle_key() {
  CE_TRY(auto transaction, database.begin());
  CE_TRY(bool const ours, adopt_look_up(database, sealer));
  if (!ours) {
    logger->event(log::Event::failure,
                  {{"where", "cache"}, {"why", "sealed with another key; its content is dropped"}});
    CE_CHECK(database.execute("DELETE FROM person; DELETE FROM printed_here"));
    CE_CHECK(keep_look_up(database, sealer));
  }
  return transaction.commit();
}

Result<void> Cache::State::take_keys() {
  CE_TRY(auto now, read_keys(key_file));
  if (now == keys) return {};
  keys = std::move(now);
  sealer = Sealer{keys};
  resealed_bodies = resealed_proofs = 0;
  return settle_key();
}

Result<bool> Cache::tend_keys(std::int64_t most) {
  std::scoped_lock const alone{state_->mutex};
  auto& state = *state_;
  CE_CHECK(state.take_keys());
  if (!state.sealer.rotating()) return true;
  CE_TRY(auto transaction, state.database.begin());
  CE_TRY(bool const bodies, reseal_some(state.database, state.sealer, {"person", "body", "key", ""}, most,
                                        state.resealed_bodies));
  CE_TRY(bool const proofs, reseal_some(state.database, state.sealer, {"person", "proof", "key", "proof"},
                                        most, state.resealed_proofs));
  if (bodies && proofs) CE_CHECK(keep_look_up(state.database, state.sealer));
  CE_CHECK(transaction.commit());
  return bodies && proofs;
}

}  // namespace ce::cache
