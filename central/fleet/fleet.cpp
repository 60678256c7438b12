#include "central/fleet/fleet.h"

#include "central/audit/audit.h"
#include "central/changes/epoch.h"
#include "central/fleet/copies.h"
#include "central/fleet/ledger_standing.h"
#include "central/fleet/logs.h"
#include "central/remote_settings/exchange.h"
#include "central/store/event_places.h"
#include "central/store/lost_prints.h"
#include "shared/protocol/names.h"

namespace ce::fleet {
namespace {

constexpr std::size_t longest_key = 256;

/// An event of a kiosk as the chain of its region tells it.
struct Noting {
  storage::Database& database;
  audit::Author const& author;
  protocol::KioskEvent const& event;
  Instant now;

  Result<void> operator()(protocol::PrintRequested const& print) const {
    CE_TRY(bool const lost, store::is_lost_print(database, event.id));
    return audit::append(database, author,
                         lost ? audit::Action::lost_print_kept : audit::Action::print_registered,
                         {"certificate", print.certificate_number},
                         audit::detail({{"copy", print.copy}, {"blank", print.blank_number}}), now);
  }
  Result<void> operator()(protocol::PrintSettled const& settled) const {
    auto row = database.prepare("SELECT certificate FROM issue_register WHERE print_id = $1");
    CE_TRY(bool const there, row.bind(1, settled.print.text()).step());
    auto const subject =
        there ? audit::Subject{"certificate", row.text(0)} : audit::Subject{"print", settled.print.text()};
    return audit::append(database, author, audit::Action::print_settled, subject,
                         audit::detail({{"outcome", protocol::word_of(settled.outcome)}}), now);
  }
  Result<void> operator()(protocol::PaperLoaded const& paper) const {
    return audit::append(database, author, audit::Action::paper_loaded, {"paper", paper.prefix},
                         audit::detail({{"first", paper.first}, {"last", paper.last}}), now);
  }
  Result<void> operator()(protocol::BlankVoided const& blank) const {
    return audit::append(database, author, audit::Action::blank_voided, {"blank", blank.blank_number},
                         audit::detail({{"reason", blank.reason}}), now);
  }
  Result<void> operator()(protocol::KioskNoted const& noted) const {
    return audit::append(database, author, audit::Action::kiosk_noted,
                         {"kiosk", author.account.substr(author.account.find(':') + 1)},
                         audit::detail({{"kind", protocol::word_of(noted.kind)}, {"detail", noted.detail}}),
                         now);
  }
};

Result<audit::Author> author_of(storage::Database& database, std::string_view kiosk) {
  return author_about(database, {"kiosk:" + std::string{kiosk}, "kiosk", {}}, kiosk);
}

}  // namespace

Result<audit::Author> author_about(storage::Database& database, audit::Author by, std::string_view kiosk) {
  auto row = database.prepare("SELECT region FROM kiosks WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, kiosk).step());
  if (!there) return Failure{FailureCode::record_unknown, "kiosk"};
  by.region = row.text(0);
  return by;
}

Result<void> let_in(store::Store const& store, std::string_view id, SecretText const& key) {
  Failure const refused{FailureCode::not_permitted, "编号与密钥不符"};
  if (id.empty() || key.reveal().empty() || key.reveal().size() > longest_key) return refused;
  // The row is found by the key's hash, so the time of the search says nothing about the key itself.
  CE_TRY(auto const kiosk, store.kiosk_by_key_hash(store::key_hash(key)));
  if (!kiosk || !same_secret(kiosk->id, id)) return refused;
  return store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare("SELECT 1 FROM kiosk_alarms WHERE kiosk = $1");
    CE_TRY(bool const stands, row.bind(1, id).step());
    if (stands) return cut_off();
    return {};
  });
}

Result<void> enrol(store::Store& store, std::string_view operator_name, store::Kiosk const& kiosk,
                   std::string_view key_hash, Instant now) {
  return store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(store::insert_kiosk(database, store.rules(), kiosk, key_hash, now));
    return audit::append(database, audit::operator_author(operator_name, kiosk.region),
                         audit::Action::kiosk_enrolled, {"kiosk", kiosk.id}, audit::detail({}), now);
  });
}

Result<protocol::HealthReply> take_health(store::Store& store, std::string_view kiosk,
                                          protocol::Health const& health, Instant now) {
  protocol::HealthReply reply;
  auto what = Heard::nothing;
  auto const take = [&](storage::Database& database) -> Result<void> {
    reply = {.central_now = now};
    CE_TRY(auto const author, author_of(database, kiosk));
    CE_TRY(what, take_beat(database, author, kiosk, health.beat, now));
    if (what == Heard::behind) return {};  // nothing it says is kept
    CE_TRY(auto const epoch, changes::epoch(database));
    reply.epoch = epoch.value_or("");
    CE_TRY(auto const before, standing_of(database, kiosk));
    auto standing = Standing::sound;
    bool delivered = true;  // as far as a kiosk without numbers in its ledger can tell
    if (health.ledger) {
      // What has come in since a backup was brought back says nothing of what that had not: a kiosk that does
      // not know of it yet is told what was there then.
      bool const of_this_store = health.epoch.empty() || health.epoch == reply.epoch;
      std::optional<Instant> brought_back;
      if (!of_this_store) {
        CE_TRY(brought_back, changes::epoch_began(database));
      }
      CE_TRY(reply.held, store::newest_held(database, kiosk, health.ledger->ledger, brought_back));
      // An old copy, which tells less than is here, has not said what its kiosk did.
      delivered = of_this_store && health.ledger->number == reply.held->number;
      // Heard before, a report is no second sign.
      standing = what == Heard::again || !of_this_store ? before
                                                        : standing_after(before, *health.ledger, *reply.held);
    }
    CE_CHECK(store::upsert_health(database, kiosk, health, word_of(standing), delivered, now));
    if (standing == Standing::outdated && before != standing) {
      CE_CHECK(
          audit::append(database, author, audit::Action::kiosk_ledger_outdated, {"kiosk", std::string{kiosk}},
                        audit::detail({{"told", health.ledger->number}, {"held", reply.held->number}}), now));
    }
    CE_TRY(reply.log_wanted, log_wanted(database, kiosk, now));
    if (!health.settings) return {};  // a kiosk of before: it would not know what it is told
    CE_TRY(reply.settings, remote_settings::exchange(database, author, kiosk, *health.settings, now));
    return {};
  };
  // A report that was kept already is known by its number.
  auto const done = store.write(take, storage::Isolation::serializable, store::Unanswered::repeat);
  if (!done) return done.failure();
  if (what == Heard::behind) return cut_off();
  return reply;
}

Result<std::vector<protocol::EventReply>> take_events(store::Store& store, std::string_view kiosk,
                                                      std::span<protocol::KioskEvent const> events,
                                                      Instant now) {
  return store.apply_events(
      kiosk, events, now,
      [&](storage::Database& database, protocol::KioskEvent const& event) -> Result<void> {
        CE_TRY(auto const author, author_of(database, kiosk));
        return std::visit(Noting{database, author, event, now}, event.what);
      });
}

}  // namespace ce::fleet
