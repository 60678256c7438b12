#include "central/issuing/revoke.h"

#include <array>

#include "central/audit/audit.h"
#include "central/changes/touch.h"
#include "central/issuing/issue.h"
#include "central/registration/plain_form.h"
#include "central/standings/refresh.h"
#include "central/store/people.h"

namespace ce::issuing {
namespace {

struct Existing {
  std::int64_t professional = 0;
  int year = 0;
  std::string region;
};

/// The certificate of that number while it is in force.
Result<Existing> in_force(storage::Database& database, std::string_view number) {
  auto row =
      database.prepare("SELECT professional, year, region, revoked_ms FROM certificates WHERE number = $1");
  CE_TRY(bool const there, row.bind(1, number).step());
  if (!there) return Failure{FailureCode::certificate_unknown, "没有编号为该号码的证书"};
  if (!row.is_null(3)) return Failure{FailureCode::issuing_refused, "该证书此前已作废"};
  return Existing{row.integer(0), static_cast<int>(row.integer(1)), row.text(2)};
}

Result<std::string> reason_given(std::string_view typed) {
  CE_TRY(auto reason, registration::checked_reason(typed));
  if (reason.empty()) return Failure{FailureCode::input_invalid, "作废证书必须写明原因"};
  return reason;
}

Result<void> make_void(storage::Database& database, std::string_view number, std::string_view reason,
                       std::string_view account, Instant now) {
  auto update = database.prepare(
      "UPDATE certificates SET revoked_ms = $2, revoked_reason = $3, revoked_by = $4 "
      "WHERE number = $1 AND revoked_ms IS NULL");
  CE_CHECK(update.bind(1, number).bind(2, now.ms).bind(3, reason).bind(4, account).run());
  if (database.changes() != 1) return Failure{FailureCode::issuing_refused, "该证书刚刚被他人作废"};
  CE_CHECK(changes::certificate_void(database, number));
  return changes::certificates_changed(database, std::array{std::string{number}});
}

Result<void> link(storage::Database& database, std::string_view old, std::string_view next) {
  CE_CHECK(database.prepare("UPDATE certificates SET successor = $2 WHERE number = $1")
               .bind(1, old)
               .bind(2, next)
               .run());
  return database.prepare("UPDATE certificates SET predecessor = $2 WHERE number = $1")
      .bind(1, next)
      .bind(2, old)
      .run();
}

/// In force, and this actor's to act on.
Result<Existing> theirs(storage::Database& database, store::Rulebook const& rules, Actor const& actor,
                        std::string_view number, Instant now) {
  CE_TRY(auto existing, in_force(database, number));
  CE_CHECK(may_issue(rules, actor, existing.region, now));
  CE_CHECK(not_for_oneself(actor, existing.professional));
  return existing;
}

}  // namespace

Result<void> revoke(storage::Database& database, store::Rulebook const& rules, std::string_view number,
                    std::string_view reason, Instant now, std::string_view account) {
  CE_TRY(auto const why, reason_given(reason));
  CE_TRY(auto const existing, in_force(database, number));
  CE_CHECK(make_void(database, number, why, account, now));
  return standings::refresh_one(database, rules, existing.professional, now);
}

Result<void> revoke_certificate(storage::Database& database, store::Rulebook const& rules, Actor const& actor,
                                std::string_view number, std::string_view reason, Instant now,
                                std::string_view proposal) {
  CE_TRY(auto const existing, theirs(database, rules, actor, number, now));
  CE_CHECK(revoke(database, rules, number, reason, now, actor.account));
  return audit::append(database, author_of(actor), audit::Action::certificate_revoked,
                       {"certificate", std::string{number}},
                       proposal.empty() ? audit::detail({{"year", existing.year}})
                                        : audit::detail({{"year", existing.year}, {"proposal", proposal}}),
                       now);
}

Result<void> revoke_certificate(store::Store& store, Actor const& actor, std::string_view number,
                                std::string_view reason, Instant now) {
  return store.write([&](storage::Database& database) {
    return revoke_certificate(database, store.rules(), actor, number, reason, now);
  });
}

Result<std::string> correct_certificate(storage::Database& database, store::Rulebook const& rules,
                                        Actor const& actor, std::string_view number, std::string_view reason,
                                        Date day, Instant now, std::string_view proposal) {
  CE_TRY(auto const why, reason_given(reason));
  CE_TRY(auto const existing, theirs(database, rules, actor, number, now));
  CE_CHECK(check_day(rules, existing.year, day, now));
  CE_TRY(auto const people, store::belongings_of(database, {&existing.professional, 1}));
  for (auto const& person : people) {  // who has moved gets the new one where they are now
    CE_CHECK(may_issue(rules, actor, person.issuing_region, now));
  }
  CE_CHECK(make_void(database, number, why, actor.account, now));
  CE_TRY(auto next, issue(database, rules, {existing.professional, existing.year, day, now, actor.account}));
  CE_CHECK(link(database, number, next));
  CE_CHECK(audit::append(
      database, author_of(actor), audit::Action::certificate_corrected, {"certificate", std::string{number}},
      proposal.empty()
          ? audit::detail({{"year", existing.year}, {"successor", next}})
          : audit::detail({{"year", existing.year}, {"successor", next}, {"proposal", proposal}}),
      now));
  return next;
}

Result<std::string> correct_certificate(store::Store& store, Actor const& actor, std::string_view number,
                                        std::string_view reason, Date day, Instant now) {
  std::string next;
  auto const done = store.write([&](storage::Database& database) -> Result<void> {
    CE_TRY(next, correct_certificate(database, store.rules(), actor, number, reason, day, now));
    return {};
  });
  if (!done) return done.failure();
  return next;
}

}  // namespace ce::issuing
