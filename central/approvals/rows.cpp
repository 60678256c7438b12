#include "central/approvals/rows.h"

#include <algorithm>
#include <array>

#include "shared/protocol/names.h"

namespace ce::approvals {
namespace {

constexpr auto state_words =
    std::to_array<std::string_view>({"waiting", "confirmed", "refused", "withdrawn", "expired"});

constexpr std::string_view columns =
    "SELECT id, kind, region, subject, reason, issue_day, authority_name, seal_mode, seal, account, made_ms, "
    "expires_ms, state, COALESCE(decided_by, ''), decided_ms, COALESCE(decided_reason, '') FROM proposals ";

template <class... On>
struct Cases : On... {
  using On::operator()...;
};
template <class... On>
Cases(On...) -> Cases<On...>;

Result<Deed> deed_in(storage::Statement const& row) {
  auto const kind = row.text(1);
  if (kind == "revoke") return Deed{Revoke{row.text(3), row.text(4)}};
  if (kind == "correct") {
    auto const day = Date::parse_iso(row.text(5));
    if (!day) return Failure{FailureCode::storage_fault, "no day of a proposed certificate"};
    return Deed{Correct{row.text(3), row.text(4), *day}};
  }
  // The picture stays in its table: it is looked up when it is needed.
  issuing::AuthorityChange change{row.text(2)};
  change.name = row.optional_text(6);
  if (auto const mode = row.optional_text(7))
    change.seal_mode = protocol::named<certificate::SealMode>(*mode);
  change.seal = row.optional_text(8);
  return Deed{ChangeAuthority{std::move(change)}};
}

Result<Proposal> proposal_in(storage::Statement const& row, Instant now) {
  CE_TRY(auto deed, deed_in(row));
  Proposal found{row.text(0), std::move(deed),   row.text(2),
                 row.text(9), {row.integer(10)}, {row.integer(11)}};
  auto const state = std::find(state_words.begin(), state_words.end(), row.text(12));
  if (state == state_words.end()) return Failure{FailureCode::storage_fault, "unknown state of a proposal"};
  found.state = static_cast<State>(state - state_words.begin());
  if (found.state == State::waiting && found.expires.ms <= now.ms) found.state = State::expired;
  found.decided_by = row.text(13);
  if (auto const at = row.optional_integer(14)) found.decided = Instant{*at};
  found.decided_reason = row.text(15);
  return found;
}

std::optional<std::string> some(std::string text) {
  return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

}  // namespace

std::string_view word_of(State state) {
  return state_words.at(static_cast<std::size_t>(state));
}

std::string_view kind_of(Deed const& deed) {
  return std::visit(Cases{[](Revoke const&) { return std::string_view{"revoke"}; },
                          [](Correct const&) { return std::string_view{"correct"}; },
                          [](ChangeAuthority const&) { return std::string_view{"authority"}; }},
                    deed);
}

std::string subject_of(Deed const& deed) {
  return std::visit(Cases{[](Revoke const& d) { return d.number; }, [](Correct const& d) { return d.number; },
                          [](ChangeAuthority const& d) { return d.change.region; }},
                    deed);
}

std::string reason_of(Deed const& deed) {
  return std::visit(Cases{[](Revoke const& d) { return d.reason; }, [](Correct const& d) { return d.reason; },
                          [](ChangeAuthority const&) { return std::string{}; }},
                    deed);
}

Result<void> insert(storage::Database& database, Proposal const& one) {
  {
    auto row = database.prepare("SELECT 1 FROM proposals WHERE subject = $1 AND state = 'waiting'");
    CE_TRY(bool const there, row.bind(1, subject_of(one.deed)).step());
    if (there)
      return Failure{FailureCode::input_invalid, "已有一项同样对象的申请在等待确认，请先办理或撤回它"};
  }
  auto const* const correct = std::get_if<Correct>(&one.deed);
  auto const* const authority = std::get_if<ChangeAuthority>(&one.deed);
  auto row = database.prepare(
      "INSERT INTO proposals (id, kind, region, subject, reason, issue_day, authority_name, seal_mode, seal, "
      "account, made_ms, expires_ms, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
      "'waiting')");
  row.bind(1, one.id).bind(2, kind_of(one.deed)).bind(3, one.region).bind(4, subject_of(one.deed));
  row.bind(5, reason_of(one.deed)).bind(6, some(correct != nullptr ? correct->day.iso() : std::string{}));
  row.bind(7, authority != nullptr ? authority->change.name : std::nullopt);
  auto const mode = authority != nullptr ? authority->change.seal_mode : std::nullopt;
  row.bind(8, mode ? std::optional{std::string{protocol::word_of(*mode)}} : std::nullopt);
  row.bind(9, authority != nullptr ? authority->change.seal : std::nullopt);
  row.bind(10, one.account).bind(11, one.made.ms).bind(12, one.expires.ms);
  return row.run();
}

Result<void> expire(storage::Database& database, Instant now) {
  return database
      .prepare(
          "UPDATE proposals SET state = 'expired', decided_ms = expires_ms WHERE state = 'waiting' AND "
          "expires_ms <= $1")
      .bind(1, now.ms)
      .run();
}

Result<Proposal> waiting(storage::Database& database, std::string_view id, Instant now) {
  auto row = database.prepare(std::string{columns} + "WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, id).step());
  if (!there) return Failure{FailureCode::record_unknown, "proposal"};
  CE_TRY(auto found, proposal_in(row, now));
  if (found.state != State::waiting) return Failure{FailureCode::record_changed, {}};
  return found;
}

Result<void> decide(storage::Database& database, std::string_view id, State state, std::string_view account,
                    std::string_view reason, Instant now) {
  CE_CHECK(database
               .prepare("UPDATE proposals SET state = $2, decided_by = $3, decided_reason = $4, decided_ms = "
                        "$5 WHERE id = $1 AND state = 'waiting'")
               .bind(1, id)
               .bind(2, word_of(state))
               .bind(3, account)
               .bind(4, reason)
               .bind(5, now.ms)
               .run());
  if (database.changes() != 1) return Failure{FailureCode::record_changed, {}};
  return {};
}

Result<std::vector<Proposal>> listed(store::Store const& store, std::string_view region, Instant now,
                                     std::int64_t most) {
  std::vector<Proposal> found;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare(std::string{columns} +
                                 "WHERE region = $1 ORDER BY CASE WHEN state = 'waiting' AND expires_ms > $2 "
                                 "THEN 0 ELSE 1 END, made_ms DESC, id LIMIT $3");
    rows.bind(1, region).bind(2, now.ms).bind(3, most);
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      CE_TRY(auto one, proposal_in(rows, now));
      found.push_back(std::move(one));
    }
  });
  if (!done) return done.failure();
  return found;
}

Result<Proposal> find(store::Store const& store, std::string_view region, std::string_view id, Instant now) {
  std::optional<Proposal> found;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(std::string{columns} + "WHERE id = $1 AND region = $2");
    CE_TRY(bool const there, row.bind(1, id).bind(2, region).step());
    if (!there) return Failure{FailureCode::record_unknown, "proposal"};
    CE_TRY(found, proposal_in(row, now));
    return {};
  }));
  return *std::move(found);
}

}  // namespace ce::approvals
