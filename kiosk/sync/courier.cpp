#include "kiosk/sync/courier.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>

#include "kiosk/journal/boot.h"
#include "kiosk/sync/backoff.h"
#include "kiosk/sync/delivery.h"

namespace ce::sync {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::uint32_t seed() {
  return std::random_device{}();
}

/// Whether central could not be worked with at all, as opposed to asking for patience.
bool means_offline(FailureCode code) {
  return code != FailureCode::too_many_requests;
}

}  // namespace

/// Lives on its thread; what other threads touch is behind `mutex_` or atomic.
class Courier::Worker {
 public:
  Worker(journal::Journal& journal, ports::Central& central, log::Logger const& logger, HealthSource health,
         OnlineChanged online_changed, Rhythm rhythm, Heard heard)
      : journal_(&journal),
        central_(&central),
        logger_(&logger),
        health_(std::move(health)),
        online_changed_(std::move(online_changed)),
        heard_(std::move(heard)),
        rhythm_(rhythm),
        delivery_backoff_(rhythm.first_pause, rhythm.longest_pause, seed()),
        health_backoff_(rhythm.first_pause, rhythm.health_interval, seed()) {}

  void start() {
    if (thread_.joinable()) return;
    thread_ = std::jthread{[this](std::stop_token const& stopping) { run(stopping); }};
  }

  void stop() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
  }

  void kick() {
    {
      std::scoped_lock const lock{mutex_};
      kicked_ = true;
    }
    wake_.notify_all();
  }

  void report() {
    {
      std::scoped_lock const lock{mutex_};
      report_asked_ = true;
    }
    wake_.notify_all();
  }

  [[nodiscard]] bool online() const { return online_; }

 private:
  void run(std::stop_token const& stopping) {
    while (!stopping.stop_requested()) {
      // Either may have been asked for patience, which holds for both.
      if (SteadyClock::now() >= std::max(health_due_, not_before_)) report_health();
      if (SteadyClock::now() >= std::max(delivery_due_, not_before_)) deliver(stopping);
      std::unique_lock lock{mutex_};
      auto const due = std::max(std::min(health_due_, delivery_due_), not_before_);
      wake_.wait_until(lock, stopping, due, [this] { return kicked_ || report_asked_; });
      if (std::exchange(report_asked_, false)) health_due_ = std::max(SteadyClock::now(), not_before_);
      if (std::exchange(kicked_, false)) {
        delivery_due_ = std::max(SteadyClock::now(), not_before_);
        if (!online_) health_due_ = delivery_due_;
      }
    }
  }

  void deliver(std::stop_token const& stopping) {
    while (true) {
      auto const round = deliver_once(*journal_, *central_, *logger_, rhythm_.batch);
      if (!round) {
        delivery_due_ = after_failure(delivery_backoff_);
        failed("delivery", round.failure());
        return;
      }
      std::size_t const closed = round->accepted + round->refused;
      if (closed > 0) reached();
      delivery_backoff_.reset();
      if (closed < rhythm_.batch || stopping.stop_requested()) break;
    }
    delivery_due_ = SteadyClock::now() + rhythm_.longest_pause;  // a kick comes with everything new
  }

  void report_health() {
    auto health = health_();
    auto const pending = journal_->pending_count();
    auto const unresolved = journal_->unresolved();
    auto const refused = journal_->refused_count();
    auto const delivered = journal_->newest_delivered();
    if (pending) health.outbox_pending = static_cast<int>(*pending);
    if (refused) health.outbox_refused = static_cast<int>(*refused);
    if (auto place = journal_->newest_place()) health.ledger = *std::move(place);
    if (auto epoch = journal_->epoch()) health.epoch = *std::move(epoch);
    if (unresolved) health.prints_unresolved = static_cast<int>(unresolved->size());
    auto const reply = central_->report(health);
    if (!reply) {
      health_due_ = after_failure(health_backoff_);
      failed("health", reply.failure());
      return;
    }
    health_backoff_.reset();
    health_due_ = SteadyClock::now() + rhythm_.health_interval;
    if (health.ledger && reply->held && delivered)
      compare({health.ledger->ledger, *delivered, *reply->held, reply->epoch});
    reached();
    heard_(*reply);
  }

  /// The pause after one more failure, or what central asked for where that is longer.
  SteadyClock::time_point after_failure(Backoff& backoff) {
    auto const now = SteadyClock::now();
    if (auto const asked = central_->patience_asked(); asked.count() > 0) not_before_ = now + asked;
    return std::max<SteadyClock::time_point>(now + backoff.next(), not_before_);
  }

  /// Central may have lost what it had accepted, or this ledger may be an old copy.
  void compare(journal::Answered const& answered) {
    auto const compared = journal_->compare(answered, boot_);
    if (!compared) return failed("ledger", compared.failure());
    if (compared->reopened > 0) delivery_due_ = SteadyClock::now();
    if (compared->ask_again) health_due_ = SteadyClock::now();
  }

  void reached() {
    if (known_ && online_) return;
    // Whatever waits need not wait out its pause.
    delivery_due_ = std::min(delivery_due_, std::max(SteadyClock::now(), not_before_));
    tell(true);
    logger_->event(log::Event::central_back);
  }

  void failed(std::string_view what, Failure const& failure) {
    if (failure.code == FailureCode::ledger_unwritable) {
      logger_->event(log::Event::failure, {{"where", what}, {"why", describe(failure)}});
    } else if (means_offline(failure.code) && (!known_ || online_)) {
      tell(false);
      logger_->event(log::Event::central_lost, {{"at", what}, {"why", describe(failure)}});
    }
  }

  void tell(bool online) {
    known_ = true;
    online_ = online;
    online_changed_(online);
  }

  journal::Journal* journal_;
  ports::Central* central_;
  log::Logger const* logger_;
  HealthSource health_;
  OnlineChanged online_changed_;
  Heard heard_;
  Rhythm rhythm_;
  Backoff delivery_backoff_;
  Backoff health_backoff_;
  SteadyClock::time_point delivery_due_{};
  SteadyClock::time_point health_due_{};
  SteadyClock::time_point not_before_{};  // central asked for patience until then
  std::string const boot_ = journal::boot_id();
  bool known_ = false;
  std::atomic<bool> online_ = false;

  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool kicked_ = false;
  bool report_asked_ = false;
  std::jthread thread_;  // last: it ends before what it uses
};

Courier::Courier(journal::Journal& journal, ports::Central& central, log::Logger const& logger,
                 HealthSource health, OnlineChanged online_changed, Rhythm rhythm, Heard heard)
    : worker_(std::make_unique<Worker>(journal, central, logger, std::move(health), std::move(online_changed),
                                       rhythm, std::move(heard))) {}

Courier::~Courier() {
  stop();
}

void Courier::start() {
  worker_->start();
}

void Courier::stop() {
  worker_->stop();
}

void Courier::kick() {
  worker_->kick();
}

void Courier::report() {
  worker_->report();
}

bool Courier::online() const {
  return worker_->online();
}

}  // namespace ce::sync
