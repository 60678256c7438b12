#include "kiosk/sync/server_clock.h"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <utility>

#include "kiosk/journal/boot.h"
#include "shared/base/durable_file.h"

namespace ce::sync {
namespace {

using std::chrono::milliseconds;

/// A heartbeat comes every 30 s: the disk is asked only where going on from the file would not do.
constexpr milliseconds drift_that_counts{1000};
constexpr std::chrono::minutes kept_again_after{10};
/// In the file, for a start of the machine whose name nobody told.
constexpr auto no_name = "-";

milliseconds since(Tick then, Tick now) {
  return std::chrono::duration_cast<milliseconds>(now - then);
}

}  // namespace

SinceBoot since_boot() {
  std::timespec up{};
  (void)::clock_gettime(CLOCK_BOOTTIME, &up);
  return {journal::boot_id(), std::chrono::duration_cast<milliseconds>(std::chrono::seconds{up.tv_sec} +
                                                                       std::chrono::nanoseconds{up.tv_nsec})};
}

void ServerClock::keep_in(std::filesystem::path file, log::Logger const& logger) {
  std::scoped_lock const lock{keeping_, mutex_};
  file_ = std::move(file);
  logger_ = &logger;
  std::ifstream in{file_};
  std::string boot;
  std::int64_t up = 0;
  Instant central;
  if (!(in >> boot >> up >> central.ms)) return;
  auto const here = since_();
  if (here.boot.empty() || here.boot != boot || here.up.count() < up) {
    newest_ = std::max(newest_, central);
    newest_at_ = machine_->tick();
    return;
  }
  if (said_) return;
  said_ = Instant{central.ms + here.up.count() - up};
  said_at_ = machine_->tick();
}

// With keeping_ held.
void ServerClock::keep(Instant central_now) {
  auto const here = since_();
  milliseconds const offset{central_now.ms - here.up.count()};
  bool const settled = kept_offset_ && std::chrono::abs(offset - *kept_offset_) < drift_that_counts &&
                       since(kept_at_, machine_->tick()) < kept_again_after;
  if (settled) return;
  auto const text = (here.boot.empty() ? no_name : here.boot) + " " + std::to_string(here.up.count()) + " " +
                    std::to_string(central_now.ms);
  auto const kept = write_durably(file_, text + "\n");
  if (!kept) {
    logger_->event(log::Event::failure, {{"where", "central's time"}, {"why", describe(kept.failure())}});
    return;
  }
  kept_offset_ = offset;
  kept_at_ = machine_->tick();
}

void ServerClock::heard(Instant central_now) {
  {
    std::scoped_lock const lock{mutex_};
    said_ = central_now;
    said_at_ = machine_->tick();
    heard_ = true;
  }
  // Whoever asks for the time never waits for the disk.
  std::scoped_lock const alone{keeping_};
  if (!file_.empty()) keep(central_now);
}

// The mutex is held.
Instant ServerClock::by_central() const {
  return {said_->ms + since(said_at_, machine_->tick()).count()};
}

Instant ServerClock::now() const {
  std::scoped_lock const lock{mutex_};
  return said_ ? by_central() : std::max(machine_->now(), newest_);
}

bool ServerClock::is_confirmed() const {
  std::scoped_lock const lock{mutex_};
  return said_.has_value();
}

Instant ServerClock::Confirmed::now() const {
  auto const& whole = *whole_;
  std::scoped_lock const lock{whole.mutex_};
  if (whole.said_) return whole.by_central();
  if (whole.newest_ == Instant{}) return whole.machine_->now();
  return {whole.newest_.ms + since(whole.newest_at_, whole.machine_->tick()).count()};
}

std::optional<std::chrono::seconds> ServerClock::since_heard() const {
  std::scoped_lock const lock{mutex_};
  if (!heard_) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::seconds>(machine_->tick() - said_at_);
}

}  // namespace ce::sync
