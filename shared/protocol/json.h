#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/protocol/changes.h"
#include "shared/protocol/grants.h"
#include "shared/protocol/messages.h"

/// JSON text of each message. Reading fails with answer_malformed (naming the member), answer_version_unknown
/// or answer_too_large (over max_body_bytes); it never guesses, and unknown members are ignored so that a
/// newer central may add some. Failure details name members, never their content. Pure; any thread.
namespace ce::protocol {

inline constexpr std::size_t max_body_bytes = 4U << 20U;

[[nodiscard]] std::string write(PersonQuery const& query);
[[nodiscard]] std::string write(PersonYears const& years);
[[nodiscard]] std::string write(Verification const& verification);
[[nodiscard]] std::string write(TokenVerification const& verification);
[[nodiscard]] std::string write(NameQuestion const& question);
[[nodiscard]] std::string write(std::span<KioskEvent const> events);
[[nodiscard]] std::string write(std::span<EventReply const> replies);
[[nodiscard]] std::string write(Health const& health);
[[nodiscard]] std::string write(HealthReply const& reply);
[[nodiscard]] std::string write(ItemStates const& states);
[[nodiscard]] std::string write(KioskLog const& log);
[[nodiscard]] std::string write(GrantRequest const& request);
[[nodiscard]] std::string write(grant::Grant const& grant);
[[nodiscard]] std::string write(GrantStanding const& standing);
[[nodiscard]] std::string write(ChangesPage const& page);
/// One event alone and without its place, as journals keep it and as its hash for idempotency is taken.
[[nodiscard]] std::string write(KioskEvent const& event);

[[nodiscard]] Result<PersonQuery> read_person_query(std::string_view json);
[[nodiscard]] Result<PersonYears> read_person_years(std::string_view json);
[[nodiscard]] Result<Verification> read_verification(std::string_view json);
[[nodiscard]] Result<TokenVerification> read_token_verification(std::string_view json);
[[nodiscard]] Result<NameQuestion> read_name_question(std::string_view json);
[[nodiscard]] Result<std::vector<KioskEvent>> read_events(std::string_view json);
[[nodiscard]] Result<KioskEvent> read_event(std::string_view json);
[[nodiscard]] Result<std::vector<EventReply>> read_event_replies(std::string_view json);
[[nodiscard]] Result<Health> read_health(std::string_view json);
[[nodiscard]] Result<HealthReply> read_health_reply(std::string_view json);
[[nodiscard]] Result<ItemStates> read_item_states(std::string_view json);
[[nodiscard]] Result<KioskLog> read_kiosk_log(std::string_view json);
[[nodiscard]] Result<GrantRequest> read_grant_request(std::string_view json);
[[nodiscard]] Result<grant::Grant> read_grant(std::string_view json);
[[nodiscard]] Result<GrantStanding> read_grant_standing(std::string_view json);
[[nodiscard]] Result<ChangesPage> read_changes(std::string_view json);

/// RFC 9457 problem details with our stable `code`.
struct Problem {
  int status = 500;
  FailureCode code = FailureCode::internal_fault;
  std::string detail;  // Chinese, for a person
};
[[nodiscard]] std::string write(Problem const& problem);
[[nodiscard]] Result<Problem> read_problem(std::string_view json);

}  // namespace ce::protocol
