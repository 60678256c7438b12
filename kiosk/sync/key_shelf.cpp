#include "kiosk/sync/key_shelf.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "shared/base/durable_file.h"

namespace ce::sync {
namespace {

std::int64_t in_ms(std::chrono::steady_clock::duration span) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(span).count();
}

}  // namespace

KeyShelf::KeyShelf(std::filesystem::path file, Clock const& clock, log::Logger const& logger)
    : file_(std::move(file)), clock_(&clock), logger_(&logger) {
  read();
}

void KeyShelf::read() {
  std::ifstream in{file_, std::ios::binary};
  if (!in) return;  // the first start
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  auto kept = protocol::read_file(text);
  if (!kept) {
    logger_->event(log::Event::failure,
                   {{"where", "keys and revocations"}, {"why", describe(kept.failure())}});
    return;
  }
  known_ = std::move(kept).value();
  proofs_ = protocol::proofs_of(known_);
  if (known_.as_of) note_time(*known_.as_of);
}

// Called with the mutex held, or before anybody else can. An earlier time than the last is believed, where it
// is central that says it: its clock was ahead and is right again, and no key has ended.
void KeyShelf::note_time(Instant central_now) {
  newest_ = central_now;
  newest_at_ = clock_->tick();
}

Instant KeyShelf::newest_time() const {
  auto const now = clock_->now();
  if (newest_ == Instant{}) return now;
  return std::max(now, Instant{newest_.ms + in_ms(clock_->tick() - newest_at_)});
}

std::vector<grant::VerificationKey> KeyShelf::keys() const {
  std::lock_guard const lock{mutex_};
  std::vector<grant::VerificationKey> keys;
  for (auto const& [id, change] : known_.changes) {
    if (auto const* key = std::get_if<protocol::KeyChange>(&change.what)) keys.push_back(key->key);
  }
  return keys;
}

TokenCheck KeyShelf::examine(std::string_view scanned) const {
  std::lock_guard const lock{mutex_};
  auto const now = newest_time();
  TokenCheck check;
  check.examination = token::examine(scanned, proofs_.keys, proofs_.revocations, now);
  check.as_of = proofs_.as_of;
  check.list_old = !check.as_of || now.ms - check.as_of->ms > in_ms(list_is_old_after);
  if (!check.examination.token) return check;
  auto const found = proofs_.authorities.find(check.examination.token->facts.authority);
  if (found != proofs_.authorities.end()) {
    check.authority = protocol::name_on(found->second, check.examination.token->facts.issue_date);
  }
  return check;
}

std::optional<token::Revocation> KeyShelf::voided(std::string const& certificate_number) const {
  std::lock_guard const lock{mutex_};
  auto const found = proofs_.revocations.find(certificate_number);
  if (found == proofs_.revocations.end()) return std::nullopt;
  return found->second;
}

bool KeyShelf::heard(ports::Central& central, Instant central_now, std::chrono::milliseconds every) {
  {
    std::lock_guard const lock{mutex_};
    note_time(central_now);
    auto const& as_of = known_.as_of;
    if (as_of && central_now >= *as_of && central_now.ms - as_of->ms < every.count()) return true;
  }
  auto const done = refresh(central, central_now);
  if (done) return true;
  logger_->event(log::Event::failure, {{"where", "keys and revocations"}, {"why", describe(done.failure())}});
  return false;
}

// On one thread, the keeper's or a print's; `arriving_` and `fresh` are looked at by nobody else meanwhile.
Result<void> KeyShelf::fetch(ports::Central& central, protocol::KeptChanges& fresh) {
  for (bool more = true; more;) {
    auto page = central.proof_changes(fresh.cursor);
    if (!page && page.failure().code == FailureCode::resync_needed && !fresh.cursor.empty()) {
      logger_->event(log::Event::delta_restarted,
                     {{"what", "proofs"}, {"why", "central: another epoch, region or choice of kinds"}});
      arriving_.emplace();
      return fetch(central, *arriving_);
    }
    if (!page) return page.failure();
    fresh.apply(*page);
    more = page->has_more;
  }
  return {};
}

Result<void> KeyShelf::refresh(ports::Central& central, std::optional<Instant> central_now) {
  std::scoped_lock const alone{refreshing_};
  protocol::KeptChanges fresh;
  {
    std::lock_guard const lock{mutex_};
    fresh = known_;
  }
  auto const before = fresh;
  if (before.cursor.empty() && !arriving_)
    logger_->event(log::Event::delta_restarted, {{"what", "proofs"}, {"why", "nothing is kept yet"}});
  auto fetched = fetch(central, arriving_ ? *arriving_ : fresh);
  if (fetched && arriving_) {
    fresh = *std::exchange(arriving_, std::nullopt);
    fresh.as_of = before.as_of;
  }
  if (fetched && central_now) fresh.as_of = central_now;
  // What came before a cut is kept with its cursor.
  if (fresh != before) CE_CHECK(keep(std::move(fresh)));
  return fetched;
}

Result<void> KeyShelf::keep(protocol::KeptChanges fresh) {
  std::lock_guard const lock{mutex_};
  known_ = std::move(fresh);
  proofs_ = protocol::proofs_of(known_);
  return write_durably(file_, protocol::write_file(known_));
}

std::optional<protocol::ConfigChange> KeyShelf::config() const {
  std::lock_guard const lock{mutex_};
  // Central tells each kiosk its own alone.
  for (auto const& [id, change] : known_.changes) {
    if (auto const* config = std::get_if<protocol::ConfigChange>(&change.what)) return *config;
  }
  return std::nullopt;
}

std::set<std::string> KeyShelf::seals() const {
  std::lock_guard const lock{mutex_};
  std::set<std::string> hashes;
  for (auto const& [id, change] : known_.changes) {
    if (auto const* seal = std::get_if<protocol::SealChange>(&change.what)) hashes.insert(seal->sha256);
  }
  return hashes;
}

std::string KeyShelf::seal_of(std::string_view certificate_number) const {
  std::lock_guard const lock{mutex_};
  std::string region{certificate_number.substr(0, 6)};
  auto found = known_.changes.find({"seal", region});
  // Numbers of a city's own office may have 01 where its code has 00 (rules.md, city_level_county_digits).
  if (found == known_.changes.end() && region.ends_with("01")) {
    found = known_.changes.find({"seal", region.replace(4, 2, "00")});
  }
  if (found == known_.changes.end()) return {};
  auto const* seal = std::get_if<protocol::SealChange>(&found->second.what);
  return seal == nullptr ? std::string{} : seal->sha256;
}

std::optional<std::string> KeyShelf::words(std::string const& language) const {
  std::lock_guard const lock{mutex_};
  auto const found = known_.changes.find({"strings", language});
  if (found == known_.changes.end()) return std::nullopt;
  auto const* words = std::get_if<protocol::VersionChange>(&found->second.what);
  if (words == nullptr || words->text.empty()) return std::nullopt;
  return words->text;
}

}  // namespace ce::sync
