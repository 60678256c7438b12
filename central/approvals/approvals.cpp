#include "central/approvals/approvals.h"

#include "central/accounts/account.h"
#include "central/accounts/permissions.h"
#include "central/approvals/rows.h"
#include "central/issuing/revoke.h"
#include "central/registration/plain_form.h"
#include "shared/base/entry_id.h"

namespace ce::approvals {
namespace {

using storage::Database;

constexpr std::int64_t day_ms = 86'400'000;

/// Another account of that authority which could confirm.
Result<bool> there_is_another(Database& database, Actor const& actor) {
  auto row = database.prepare(
      "SELECT 1 FROM accounts WHERE role = 'hrss' AND region = $1 AND disabled = 0 AND id <> $2 LIMIT 1");
  return row.bind(1, actor.region).bind(2, actor.account).step();
}

Result<bool> needs_second(Database& database, Rules const& rules, Actor const& actor) {
  if (rules.need != Need::where_there_are_two) return rules.need == Need::always;
  return there_is_another(database, actor);
}

/// Does it by the right of that actor. `proposal`: whose two persons agreed on it; empty: one did it alone.
struct Doing {
  Database& database;
  rulebook::Rulebook const& rules;
  Actor const& actor;
  std::string_view proposal;
  Instant now;

  Result<Asked> operator()(Revoke const& deed) const {
    CE_CHECK(issuing::revoke_certificate(database, rules, actor, deed.number, deed.reason, now, proposal));
    return Asked{};
  }
  Result<Asked> operator()(Correct const& deed) const {
    CE_TRY(auto next, issuing::correct_certificate(database, rules, actor, deed.number, deed.reason, deed.day,
                                                   now, proposal));
    return Asked{{}, std::move(next)};
  }
  Result<Asked> operator()(ChangeAuthority const& deed) const {
    auto const& region = deed.change.region;
    bool const own = actor.party == credit::Party::hrss && actor.region == region;
    if (!own) return Failure{FailureCode::role_refused, "发证单位与印章由本级人力资源和社会保障部门设置"};
    CE_CHECK(
        issuing::set_authority(database, rules, deed.change, registration::author_of(actor), now, proposal));
    return Asked{};
  }
};

Result<void> note(Database& database, Actor const& actor, audit::Action action, Proposal const& proposal,
                  Instant now) {
  return audit::append(
      database, registration::author_of(actor), action, {"proposal", proposal.id},
      audit::detail({{"kind", kind_of(proposal.deed)}, {"subject", subject_of(proposal.deed)}}), now);
}

/// The picture is kept beside the proposal by its hash; who is asked later sees the very same.
Result<Deed> without_picture(Database& database, Deed deed, Instant now) {
  auto* const authority = std::get_if<ChangeAuthority>(&deed);
  if (authority == nullptr || !authority->change.seal_png) return deed;
  CE_TRY(authority->change.seal, issuing::keep_picture(database, *authority->change.seal_png, now));
  authority->change.seal_png.reset();
  return deed;
}

/// Whether it could be done just now: done and taken back.
Result<void> examine(Database& database, rulebook::Rulebook const& rules, Actor const& actor,
                     Deed const& deed, Instant now) {
  CE_TRY(auto trial, database.savepoint());
  auto const done = std::visit(Doing{database, rules, actor, {}, now}, deed);
  if (!done) return done.failure();
  return {};  // the savepoint ends without a commit
}

Result<void> may_decide(Database& database, Actor const& actor, Proposal const& proposal) {
  if (actor.party != credit::Party::hrss || actor.region != proposal.region)
    return Failure{FailureCode::record_unknown, "proposal"};
  if (actor.account == proposal.account)
    return Failure{FailureCode::role_refused, "自己提出的申请要由另一位确认；可以撤回"};
  CE_TRY(auto const proposer, accounts::find(database, proposal.account));
  if (proposer.professional && proposer.professional == actor.professional)
    return Failure{FailureCode::role_refused, "提出和确认的是同一个人，要由另一位确认"};
  if (proposer.disabled) return Failure{FailureCode::role_refused, "提出人的账号已经停用，请重新提出"};
  return {};
}

}  // namespace

Result<Asked> ask(store::Store& store, Rules const& rules, Actor const& actor, Deed const& deed,
                  Instant now) {
  Asked asked;
  auto const done = store.write([&](Database& database) -> Result<void> {
    CE_TRY(bool const two, needs_second(database, rules, actor));
    if (!two) {
      CE_TRY(asked, std::visit(Doing{database, store.rules(), actor, {}, now}, deed));
      return {};
    }
    CE_CHECK(examine(database, store.rules(), actor, deed, now));
    CE_CHECK(expire(database, now));
    CE_TRY(auto kept, without_picture(database, deed, now));
    Proposal const proposal{EntryId::make().text(),
                            std::move(kept),
                            actor.region,
                            actor.account,
                            now,
                            Instant{now.ms + rules.days * day_ms}};
    CE_CHECK(insert(database, proposal));
    asked = Asked{proposal.id, {}};
    return note(database, actor, audit::Action::second_person_asked, proposal, now);
  });
  if (!done) return done.failure();
  return asked;
}

Result<Asked> confirm(store::Store& store, Actor const& actor, std::string_view id, Instant now) {
  Asked asked;
  auto const done = store.write([&](Database& database) -> Result<void> {
    CE_TRY(auto const proposal, waiting(database, id, now));
    CE_CHECK(may_decide(database, actor, proposal));
    CE_CHECK(decide(database, id, State::confirmed, actor.account, {}, now));
    CE_TRY(asked, std::visit(Doing{database, store.rules(), actor, proposal.id, now}, proposal.deed));
    return note(database, actor, audit::Action::second_person_confirmed, proposal, now);
  });
  if (!done) return done.failure();
  return asked;
}

Result<void> refuse(store::Store& store, Actor const& actor, std::string_view id, std::string_view reason,
                    Instant now) {
  CE_TRY(auto const why, registration::checked_reason(reason));
  if (why.empty()) return Failure{FailureCode::input_invalid, "不同意的原因：请填写"};
  return store.write([&](Database& database) -> Result<void> {
    CE_TRY(auto const proposal, waiting(database, id, now));
    CE_CHECK(may_decide(database, actor, proposal));
    CE_CHECK(decide(database, id, State::refused, actor.account, why, now));
    return note(database, actor, audit::Action::second_person_refused, proposal, now);
  });
}

Result<void> withdraw(store::Store& store, Actor const& actor, std::string_view id, Instant now) {
  return store.write([&](Database& database) -> Result<void> {
    CE_TRY(auto const proposal, waiting(database, id, now));
    if (actor.region != proposal.region) return Failure{FailureCode::record_unknown, "proposal"};
    if (actor.account != proposal.account)
      return Failure{FailureCode::role_refused, "只有提出的人可以撤回；不同意的请写明原因"};
    CE_CHECK(decide(database, id, State::withdrawn, actor.account, {}, now));
    return note(database, actor, audit::Action::second_person_withdrawn, proposal, now);
  });
}

}  // namespace ce::approvals
