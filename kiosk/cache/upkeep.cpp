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

Result<void> Cache::State::check_key() {
  auto const mine = sealer.look_up_key("key", "check");
  {
    auto select = database.prepare("SELECT value FROM key_check");
    CE_TRY(bool const row, select.step());
    if (row && select.blob(0) == mine) return {};
    if (row) {
      logger->event(log::Event::failure,
                    {{"where", "cache"}, {"why", "sealed with another key file; its content is dropped"}});
    }
  }
  CE_TRY(auto transaction, database.begin());
  CE_CHECK(database.execute("DELETE FROM person; DELETE FROM printed_here"));
  auto write = database.prepare("INSERT OR REPLACE INTO key_check (only_row, value) VALUES (1, $1)");
  CE_CHECK(write.bind_blob(1, mine).run());
  return transaction.commit();
}

}  // namespace ce::cache
