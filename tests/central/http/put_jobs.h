#pragma once

#include <string>

#include "central/http/fixture.h"
#include "shared/base/clock.h"

namespace ce::tests {

/// A registration file of the employer's and a file of people of 440106's HRSS, each at work on another
/// process; of that HRSS an order to issue that failed, a register that was written, and a proposal.
inline constexpr char const* records_job = "00000000-0000-4000-8000-000000000001";
inline constexpr char const* people_job = "00000000-0000-4000-8000-000000000002";
inline constexpr char const* issuing_job = "00000000-0000-4000-8000-000000000003";
inline constexpr char const* register_job = "00000000-0000-4000-8000-000000000004";
inline constexpr char const* waiting_proposal = "00000000-0000-4000-8000-000000000005";

/// Statements that put them into the store.
inline std::string put_jobs() {
  auto const quoted = [](std::string const& text) { return "'" + text + "'"; };
  auto const account = [](std::string const& login) {
    return "(SELECT id FROM accounts WHERE login = '" + login + "')";
  };
  auto const now = std::to_string(SystemClock{}.now().ms);
  auto const upload = [&](char const* id, char const* login, char const* party, char const* kind) {
    return "INSERT INTO import_jobs (id, account, party, level, region, file_name, all_or_nothing, state, "
           "said, registered, "
           "repeated, refused, withheld, created_ms, claimed_ms, kind) VALUES (" +
           quoted(id) + ", " + account(login) + ", " + quoted(party) +
           ", 'county', '440106', 'a.csv', 0, 'running', '', 0, 0, 0, 0, " + now + ", " + now + ", " +
           quoted(kind) + ");";
  };
  return upload(records_job, employer_login, "employer", "records") +
         upload(people_job, hrss_login, "hrss", "people") +
         "INSERT INTO issuing_jobs (id, account, region, year, issue_day, state, said, done, total, issued, "
         "refused, created_ms, "
         "ended_ms) VALUES (" +
         quoted(issuing_job) + ", " + account(hrss_login) +
         ", '440106', 2023, '2024-01-08', 'failed', '', 0, 0, 0, 0, 1, 1);"
         "INSERT INTO register_jobs (id, account, format, region, kiosk, whole_names, state, said, done, "
         "total, created_ms, "
         "ended_ms) VALUES (" +
         quoted(register_job) + ", " + account(hrss_login) + ", 'xlsx', '440106', '', 1, 'done', '', 1, 1, " +
         now + ", " + now + ");";
}

/// That colleagues of 440106 are to confirm a change of their authority.
inline std::string put_proposal() {
  return "INSERT INTO proposals (id, kind, region, subject, reason, authority_name, account, made_ms, "
         "expires_ms, state) VALUES "
         "('" +
         std::string{waiting_proposal} +
         "', 'authority', '440106', '440106', '', '天河人社局', 'acc-gone', 1, "
         "9999999999999, 'waiting')";
}

}  // namespace ce::tests
