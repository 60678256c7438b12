#include "central/store/pulse.h"

#include <algorithm>

#include "central/store/commit_keys.h"

namespace ce::store {
namespace {

constexpr std::chrono::milliseconds between_beats{250};
constexpr std::size_t most_kept = 40;

constexpr std::string_view count_up =
    "INSERT INTO pulses (process, number, made_ms) VALUES ($1, $2, CAST(EXTRACT(EPOCH FROM "
    "CURRENT_TIMESTAMP) "
    "* 1000 AS BIGINT)) ON CONFLICT (process) DO UPDATE SET number = excluded.number, made_ms = "
    "excluded.made_ms";

}  // namespace

Pulse::Pulse(std::function<Result<void>(Work const&)> write)
    : write_(std::move(write)), process_(new_commit_key()), thread_([this] { run(); }) {}

Pulse::~Pulse() {
  {
    std::lock_guard const hold{mutex_};
    ending_ = true;
  }
  ended_.notify_all();
  thread_.join();
}

void Pulse::run() {
  for (std::int64_t number = 1;; ++number) {
    beat(number);
    std::unique_lock hold{mutex_};
    if (ended_.wait_for(hold, between_beats, [this] { return ending_; })) return;
  }
}

void Pulse::beat(std::int64_t number) {
  Beat const now{number, std::chrono::steady_clock::now()};
  auto const kept = write_([&](storage::Database& database) -> Result<void> {
    return database.prepare(count_up).bind(1, process_).bind(2, number).run();
  });
  // One that failed may show up all the same, and then holds what was kept before it was begun.
  (void)kept;
  std::lock_guard const hold{mutex_};
  kept_.push_back(now);
  if (kept_.size() > most_kept) kept_.pop_front();
}

Result<std::optional<std::chrono::milliseconds>> Pulse::age(storage::Database& database) const {
  std::optional<std::chrono::milliseconds> none;
  std::int64_t number = 0;
  {
    auto row = database.prepare("SELECT number FROM pulses WHERE process = $1");
    CE_TRY(bool const there, row.bind(1, process_).step());
    if (!there) return none;
    number = row.integer(0);
  }
  std::lock_guard const hold{mutex_};
  auto const at =
      std::find_if(kept_.begin(), kept_.end(), [&](Beat const& one) { return one.number == number; });
  if (at == kept_.end()) return none;
  return std::optional{
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - at->begun)};
}

Result<void> drop_old_pulses(storage::Database& database) {
  return database.execute(
      "DELETE FROM pulses WHERE made_ms < CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT) - "
      "86400000");
}

}  // namespace ce::store
