#include "kiosk/sync/delta_keeper.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <utility>

#include "kiosk/cache/key_file.h"

namespace ce::sync {
namespace {

constexpr std::chrono::seconds look_at_keys_every{30};
/// A visitor's look-up comes in between; some 200,000 records are sealed anew a minute.
constexpr std::chrono::milliseconds pause_between_keys{50};

}  // namespace

DeltaKeeper::DeltaKeeper(Parts parts)
    : parts_(std::move(parts)),
      seal_pull_(*parts_.seals, *parts_.logger),
      backoff_(parts_.first_pause, parts_.longest_pause, std::random_device{}()) {}

void DeltaKeeper::start() {
  if (thread_.joinable()) return;
  keep_policy();
  thread_ = std::jthread{[this](std::stop_token const& stopping) { run(stopping); }};
}

void DeltaKeeper::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  parts_.give_up();
  thread_.join();
}

void DeltaKeeper::heard(Instant central_now) {
  {
    std::scoped_lock const lock{mutex_};
    heard_ = central_now;
  }
  wake_.notify_all();
}

void DeltaKeeper::run(std::stop_token const& stopping) {
  for (;;) {
    auto const stop = [&] { return stopping.stop_requested(); };
    std::optional<Instant> central_now;
    {
      std::unique_lock lock{mutex_};
      wake_.wait_for(lock, stopping, look_at_keys_every, [this] { return heard_.has_value(); });
      if (stop()) return;
      central_now = std::exchange(heard_, std::nullopt);
    }
    // Keys are looked after without network as well.
    central_now ? round(*central_now, stop) : tend_keys(stop);
  }
}

void DeltaKeeper::note(std::string_view what, Result<void> const& done) const {
  if (!done) parts_.logger->event(log::Event::failure, {{"where", what}, {"why", describe(done.failure())}});
}

void DeltaKeeper::round(Instant central_now, std::function<bool()> const& stop) {
  if (std::chrono::steady_clock::now() >= not_before_) {
    if (pull(central_now, stop)) {
      backoff_.reset();
    } else {
      std::chrono::milliseconds const asked = parts_.central->patience_asked();
      not_before_ = std::chrono::steady_clock::now() + std::max(backoff_.next(), asked);
    }
  }
  tend_keys(stop);
}

// What fails at the line is not followed by more questions over it.
bool DeltaKeeper::pull(Instant central_now, std::function<bool()> const& stop) {
  bool const proofs = parts_.shelf->heard(*parts_.central, central_now, parts_.every);
  keep_policy();
  if (!proofs) return false;
  // Before the people: sheets are sealed whoever comes, and a region may take long.
  if (!seal_pull_.round(*parts_.central, parts_.shelf->seals(), central_now, parts_.every, stop))
    return false;
  bool const due =
      !refreshed_ || central_now < *refreshed_ || central_now.ms - refreshed_->ms >= parts_.every.count();
  if (!due) return true;
  auto const done = pull_people(central_now, stop);
  note("delta", done);
  if (done && !stop()) refreshed_ = central_now;
  return done.ok();
}

Result<void> DeltaKeeper::pull_people(Instant central_now, std::function<bool()> const& stop) {
  CE_TRY(auto const before, parts_.region->place());
  RegionPull pull{*parts_.region, *parts_.seen, *parts_.logger};
  // Whether the region may be kept is central's to say as well: it leaves people out where it may not.
  bool const region = parts_.own_policy == protocol::CachePolicy::region;
  auto done = pull.refresh(*parts_.central, region, central_now, stop);
  CE_TRY(auto const after, parts_.region->place());
  if (after.closed_at && after.closed_at != before.closed_at) parts_.region_full(after.bytes);
  return done;
}

void DeltaKeeper::keep_policy() {
  auto const config = parts_.shelf->config();
  auto words = parts_.shelf->words("zh");
  bool const news = config != config_ || words != words_;
  if (policy_kept_ && !news) return;
  config_ = config;
  words_ = std::move(words);
  policy_kept_ = true;
  auto const told = config.value_or(protocol::ConfigChange{});
  auto limits = parts_.own_limits;
  limits.days = std::min(limits.days, static_cast<int>(told.cache_days));
  limits.people = std::min(limits.people, told.cache_people);
  if (std::min(told.cache, parts_.own_policy) == protocol::CachePolicy::nobody) limits.days = 0;
  parts_.seen->limit(limits);
  parts_.region->limit(parts_.own_limits.region_bytes);
  note("cache", parts_.seen->prune());
  // Central's own word where it gave one: a shelf that was lost says nothing.
  auto const policy = std::min(parts_.own_policy, config ? config->cache : parts_.own_policy);
  if (policy != protocol::CachePolicy::region) note("region", empty_region());
  if (news) parts_.news();
}

// Not left to the next delta, which may be far off. One that holds nobody keeps its cursor.
Result<void> DeltaKeeper::empty_region() {
  CE_TRY(auto const place, parts_.region->place());
  CE_TRY(auto const held, parts_.region->count());
  bool const filling = place.filling && place.bytes > 0;
  if (held == 0 && !filling) return {};
  parts_.logger->event(log::Event::delta_restarted,
                       {{"what", "people"}, {"why", "the policy is stricter: the region's copy is emptied"}});
  return parts_.region->empty();
}

void DeltaKeeper::tend_keys(std::function<bool()> const& stop) {
  for (bool done = false; !done && !stop();) {
    // Asked first: one that begins after the stores were looked at is not this round's to end.
    bool const rotating = cache::is_rotating(parts_.cache_key);
    auto const seen = parts_.seen->tend_keys();
    auto const region = parts_.region->tend_keys();
    if (!seen) return note("cache", seen.failure());
    if (!region) return note("region", region.failure());
    done = *seen && *region;
    if (!done) std::this_thread::sleep_for(pause_between_keys);
    if (done && rotating) note("cache key", cache::end_rotation(parts_.cache_key));
  }
}

}  // namespace ce::sync
