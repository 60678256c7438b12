#include "central/registration/site_records.h"

#include <set>

#include "central/audit/audit.h"
#include "central/registration/delivery.h"
#include "central/registration/register.h"
#include "central/standings/refresh.h"
#include "central/store/digest.h"

namespace ce::registration {
namespace {

using protocol::Acceptance;
using protocol::SiteRecord;
using protocol::SiteReply;

Entry entry_of(SiteRecord const& told) {
  Entry entry;
  entry.id_number = told.id_number;
  entry.name = told.name;
  entry.content = told.content;
  auto& record = entry.record;
  record.subject = told.subject;
  record.activity = credit::Activity::online_approved;
  record.assessment = told.passed ? credit::Assessment::pass : credit::Assessment::fail;
  record.mandatory = told.mandatory;
  record.in_guide = told.in_guide;
  record.hours = told.units;
  record.start = told.start;
  record.end = told.end;
  if (told.credit_year) record.credit_year = static_cast<std::int16_t>(*told.credit_year);
  return entry;
}

Result<Actor> actor_of_site(storage::Database& database, std::int64_t institution) {
  auto row = database.prepare("SELECT region FROM institutions WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, institution).step());
  if (!there) return Failure{FailureCode::not_permitted, "no such institution"};
  Actor actor;
  actor.account = "site:" + std::to_string(institution);
  actor.party = credit::Party::system;
  actor.region = row.text(0);
  actor.level = level_of(actor.region);
  actor.unit = institution;
  return actor;
}

SiteReply repeated(SiteRecord const& told, Delivery const& before, std::string const& body_hash) {
  if (before.body_hash == body_hash) return {told.delivery, before.acceptance, before.problem, before.record};
  return {
      told.delivery, Acceptance::conflict, "同一编号的记录此前已收到，但内容不同；新的记录请用新的编号", {}};
}

/// One call of a site while it is worked on.
struct Taking {
  storage::Database& database;
  rulebook::Rulebook const& rules;
  Actor const& actor;
  Instant now;
  std::size_t registered = 0;
  std::set<std::int64_t> people = {};

  Result<SiteReply> take(SiteRecord const& told) {
    auto const key = actor.account + ':' + told.delivery.text();
    auto const body_hash = store::sha256_hex(protocol::write(told));
    CE_TRY(auto const before, find_delivery(database, key));
    if (before) return repeated(told, *before, body_hash);
    auto const entry = entry_of(told);
    CE_TRY(auto const checked, check(database, rules, actor, entry, china_date(now)));
    if (!checked.faults.empty()) {
      return SiteReply{told.delivery, Acceptance::refused, sentence(checked.faults), {}};
    }
    store::Filing const filing{store::Channel::site, actor.party, actor.account};
    CE_TRY(auto const made, file_record(database, rules, filing, entry, checked, now));
    CE_CHECK(keep_delivery(database, key, {body_hash, Acceptance::accepted, {}, made.record}, now));
    people.insert(checked.professional);
    ++registered;
    return SiteReply{told.delivery, Acceptance::accepted, {}, made.record};
  }
};

Result<void> note_delivery(Taking const& taking, std::size_t told) {
  if (taking.registered == 0) return {};
  return audit::append(taking.database, author_of(taking.actor), audit::Action::site_delivered,
                       {"institution", std::to_string(*taking.actor.unit)},
                       audit::detail({{"records", told}, {"registered", taking.registered}}), taking.now);
}

}  // namespace

Result<std::vector<SiteReply>> take_site_records(store::Store& store, std::int64_t institution,
                                                 std::span<SiteRecord const> records, Instant now) {
  if (records.size() > protocol::most_site_records) {
    return Failure{FailureCode::input_invalid, "一次最多送达 500 条记录"};
  }
  std::vector<SiteReply> replies;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    replies.clear();
    CE_TRY(auto const actor, actor_of_site(database, institution));
    Taking taking{database, store.rules(), actor, now};
    for (auto const& told : records) {
      CE_TRY(auto reply, taking.take(told));
      replies.push_back(std::move(reply));
    }
    std::vector<std::int64_t> const touched{taking.people.begin(), taking.people.end()};
    CE_TRY([[maybe_unused]] auto const written, standings::refresh(database, store.rules(), touched, now));
    return note_delivery(taking, records.size());
  });
  if (!done) return done.failure();
  return replies;
}

}  // namespace ce::registration
