#include "faults/session/kiosk_session.h"

#include "kiosk/journal/boot.h"
#include "kiosk/sync/delivery.h"

namespace ce::test {
namespace {

constexpr std::chrono::seconds too_long{5};
constexpr std::string_view paper = "S-";

}  // namespace

KioskSession::KioskSession(Place place, BadProxy& proxy)
    : place_(std::move(place)),
      proxy_(&proxy),
      logger_(must_have(log::Logger::to_file(place_.state / "kiosk.log", 20U << 20U, 2), "log")),
      journal_(must_have(
          journal::Journal::open(place_.state / "journal.db",
                                 journal::PaperRange{std::string{paper}, 8, 1, 99'999'999}, clock_, logger_),
          "ledger")),
      lines_(place_, proxy),
      keys_(place_.state / "keys.json", clock_, logger_) {}

sync::GrantDesk KioskSession::desk(drivers::HttpCentral& central) {
  return sync::GrantDesk{{&central, &keys_, &journal_, &clock_, &logger_, place_.kiosk,
                          [this] { return journal_.confirmed(journal::boot_id()).value_or(false); },
                          std::chrono::milliseconds{0}}};
}

void KioskSession::deliver(drivers::HttpCentral& central) {
  (void)sync::deliver_once(journal_, central, logger_, 50);
}

void KioskSession::beat(drivers::HttpCentral& central) {
  auto const delivered = journal_.newest_delivered().value();
  protocol::Health health;
  health.ledger = journal_.newest_place().value();
  auto const heard = central.report(health);
  if (!heard || !heard->held) return;
  auto const compared =
      journal_.compare({health.ledger->ledger, delivered, *heard->held, heard->epoch}, journal::boot_id());
  if (!compared || compared->standing != journal::Standing::sound)
    wrong_.emplace_back("taken for an old copy");
}

void KioskSession::note_and_look() {
  (void)journal_.note(protocol::NoteKind::staff_entered, {});
  auto const top = journal_.next_blank().value();
  (void)journal_.top_sheet_is(std::stoll(top->substr(paper.size())), "looked");
}

bool KioskSession::print(drivers::HttpCentral& central, protocol::YearProgress const& year) {
  auto const& line = year.certificate;
  auto grants = desk(central);
  auto const grant = grants.grant_for(line);
  if (!grant) return false;
  auto const entry =
      journal_.request({line.number, year.year, line.authority, line.issue_date}, line.copy, *grant);
  if (!entry || !journal_.mark_submitting(entry->id)) return false;
  deliver(central);
  (void)journal_.settle(entry->id, protocol::PrintOutcome::failed, FailureCode::printer_job_aborted);
  note_and_look();
  deliver(central);
  auto const unused = grants.grant_for(line);
  if (unused) grants.give_back(*unused);
  return unused.ok();
}

bool KioskSession::talk(drivers::HttpCentral& central) {
  SecretText const person{place_.people[turn_++ % place_.people.size()]};
  beat(central);
  auto const years = central.find_person({person, protocol::ByCard{}});
  if (!years) return false;
  if (years->id_number != person) wrong_.emplace_back("another person's data were taken");
  for (auto const& year : years->years) {
    if (year.certificate.state == protocol::CertificateState::printable) return print(central, year);
  }
  wrong_.emplace_back("nothing is printable");
  return false;
}

BadProxy::Counts KioskSession::measure() {
  wrong_.clear();
  proxy_->plan(Mischief::none, 0);
  (void)keys_.refresh(lines_.usual());
  if (!talk(lines_.usual())) std::cerr << "a session without mischief does not go through\n";
  return proxy_->counts();
}

std::vector<std::string> KioskSession::run(Mischief mischief, std::size_t at) {
  wrong_.clear();
  auto const began = std::chrono::steady_clock::now();
  proxy_->plan(mischief, at);
  bool const through = talk(lines_.under(mischief));
  if (std::chrono::steady_clock::now() - began > too_long) wrong_.emplace_back("it took more than 5 s");
  struck_ = proxy_->struck();
  proxy_->plan(Mischief::none, 0);
  auto& central = lines_.usual();
  for (int i = 0; i < 3 && journal_.pending_count().value() > 0; ++i) deliver(central);
  if (!through && !talk(central)) wrong_.emplace_back("it does not go through afterwards");
  beat(central);
  if (journal_.pending_count().value() != 0) wrong_.emplace_back("an event is not delivered");
  if (journal_.refused_count().value() != 0) wrong_.emplace_back("an event was refused");
  if (!journal_.unsettled().value().empty()) wrong_.emplace_back("a print is open");
  return wrong_;
}

}  // namespace ce::test
