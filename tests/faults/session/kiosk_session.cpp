#include "faults/session/kiosk_session.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "kiosk/journal/boot.h"
#include "kiosk/sync/delivery.h"

namespace ce::test {
namespace {

constexpr std::chrono::seconds too_long{5};

template <class T>
T must_have(Result<T> result, char const* what) {
  if (result) return std::move(result).value();
  std::cerr << what << ": " << describe(result.failure()) << '\n';
  std::exit(3);
}

}  // namespace

KioskSession::KioskSession(Place place, BadProxy& proxy)
    : place_(std::move(place)),
      proxy_(&proxy),
      logger_(must_have(log::Logger::to_file(place_.state / "kiosk.log", 20U << 20U, 2), "log")),
      journal_(must_have(journal::Journal::open(place_.state / "journal.db",
                                                journal::PaperRange{"S-", 8, 1, 99'999'999}, clock_, logger_),
                         "ledger")),
      central_(client()),
      keys_(place_.state / "keys.json", clock_, logger_),
      grants_({central_.get(), &keys_, &journal_, &clock_, &logger_, place_.kiosk,
               [this] { return journal_.confirmed(journal::boot_id()).value_or(false); },
               std::chrono::milliseconds{0}}) {}

std::unique_ptr<drivers::HttpCentral> KioskSession::client() const {
  drivers::CentralAddress address{
      "http://127.0.0.1:" + std::to_string(proxy_->port()), place_.kiosk, place_.key, {}};
  address.connect_limit = std::chrono::milliseconds{500};
  address.total_limit = std::chrono::milliseconds{1000};
  return must_have(drivers::HttpCentral::make(address), "client");
}

void KioskSession::deliver() {
  (void)sync::deliver_once(journal_, *central_, logger_, 50);
}

void KioskSession::beat() {
  auto const delivered = journal_.newest_delivered().value();
  protocol::Health health;
  health.ledger = journal_.newest_place().value();
  auto const heard = central_->report(health);
  if (!heard || !heard->held) return;
  auto const compared = journal_.compare(*heard->held, delivered, journal::boot_id());
  if (!compared || compared->standing != journal::Standing::sound)
    wrong_.emplace_back("taken for an old copy");
}

bool KioskSession::talk() {
  SecretText const person{place_.people[turn_++ % place_.people.size()]};
  beat();
  auto const years = central_->find_person({person, protocol::ByCard{}});
  if (!years) return false;
  if (years->id_number != person) wrong_.emplace_back("another person's data were taken");
  for (auto const& year : years->years) {
    auto const& line = year.certificate;
    if (line.state != protocol::CertificateState::printable) continue;
    auto const grant = grants_.grant_for(line);
    if (!grant) return false;
    auto const entry =
        journal_.request({line.number, year.year, line.authority, line.issue_date}, line.copy, *grant);
    if (!entry || !journal_.mark_submitting(entry->id)) return false;
    deliver();
    (void)journal_.settle(entry->id, protocol::PrintOutcome::failed, FailureCode::printer_job_aborted);
    deliver();
    return true;
  }
  wrong_.emplace_back("nothing is printable");
  return false;
}

BadProxy::Counts KioskSession::measure() {
  wrong_.clear();
  proxy_->plan(Mischief::none, 0);
  (void)keys_.refresh(*central_);
  if (!talk()) std::cerr << "a session without mischief does not go through\n";
  return proxy_->counts();
}

std::vector<std::string> KioskSession::run(Mischief mischief, std::size_t at) {
  wrong_.clear();
  auto const began = std::chrono::steady_clock::now();
  proxy_->plan(mischief, at);
  bool const through = talk();
  if (std::chrono::steady_clock::now() - began > too_long) wrong_.emplace_back("it took more than 5 s");
  proxy_->plan(Mischief::none, 0);
  for (int i = 0; i < 3 && journal_.pending_count().value() > 0; ++i) deliver();
  if (!through && !talk()) wrong_.emplace_back("it does not go through afterwards");
  beat();
  if (journal_.pending_count().value() != 0) wrong_.emplace_back("an event is not delivered");
  if (journal_.refused_count().value() != 0) wrong_.emplace_back("an event was refused");
  if (!journal_.unsettled().value().empty()) wrong_.emplace_back("a print is open");
  return wrong_;
}

}  // namespace ce::test
