#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/credit/record.h"
#include "shared/credit/review.h"
#include "shared/storage/database.h"

namespace ce::store {

/// A learning record with the words that judging does not need.
struct StoredRecord {
  std::int64_t id = 0;
  std::string content;
  std::string institution;  // name, or the host's as typed; empty where none
  credit::Record record;
};

/// All records of a person, in the order of registration.
[[nodiscard]] Result<std::vector<StoredRecord>> records_of(storage::Database& database,
                                                           std::int64_t professional);

/// Those of a person that share a day with `from` to `to` and are not rejected, at most `most`.
[[nodiscard]] Result<std::vector<StoredRecord>> records_meeting(storage::Database& database,
                                                                std::int64_t professional, Date from, Date to,
                                                                std::int64_t most);

/// One record. Fails with record_unknown.
[[nodiscard]] Result<StoredRecord> record_by_id(storage::Database& database, std::int64_t record);

/// Those of them that there are, by id, in one question.
[[nodiscard]] Result<std::vector<StoredRecord>> records_by_id(storage::Database& database,
                                                              std::span<std::int64_t const> records);

/// How a record came in.
enum class Channel : std::uint8_t { single, file, site, earlier };

/// Who registered a record (article 4), and how.
struct Filing {
  Channel channel = Channel::earlier;
  credit::Party party = credit::Party::system;
  std::string account;  // empty for what was there before accounts
};

/// Who reviews a person's records (article 13).
struct ReviewRoute {
  credit::Route route = credit::Route::employed;
  std::string region;  // of the unit or the hosting agency; 440000 for provincial units
  std::optional<std::int64_t> employer;
  std::optional<std::int64_t> agency;
  std::string industry = {};  // of the person, else of the employer; empty: none yet
};

/// The route of a professional as things stand now. Fails with person_unknown.
[[nodiscard]] Result<ReviewRoute> review_route_of(storage::Database& database, std::int64_t professional);

/// Those of `professionals` that are there.
[[nodiscard]] Result<std::map<std::int64_t, ReviewRoute>> review_routes_of(
    storage::Database& database, std::span<std::int64_t const> professionals);

/// Records that an industry authority has yet to recognise follow the industry of their person, else of their
/// employer: after a change of the person's, or of the employer's.
[[nodiscard]] Result<void> follow_person_industry(storage::Database& database, std::int64_t professional);
[[nodiscard]] Result<void> follow_employer_industry(storage::Database& database, std::int64_t employer);

/// A record to be stored.
struct NewRecord {
  std::int64_t id = 0;
  std::int64_t professional = 0;
  std::optional<std::int64_t> institution;
  std::string content;
  credit::Record record;
  Instant created;
  std::string host = {};  // who gave it, where that is no institution of the store
  Filing filing = {};
};

/// Stores a record as version 1 on the person's review route.
[[nodiscard]] Result<void> insert_record(storage::Database& database, NewRecord const& record);

/// Many at once, of at most storage::most_ids persons, as storage::insert_rows() does. Fails with
/// person_unknown.
[[nodiscard]] Result<void> insert_records(storage::Database& database, std::span<NewRecord const> records);

/// The same of however many persons, whose routes were asked for before, in this transaction.
[[nodiscard]] Result<void> insert_records(storage::Database& database, std::span<NewRecord const> records,
                                          std::map<std::int64_t, ReviewRoute> const& ways);

/// Puts the corrected facts of a returned record in the place of its old ones; the review is the caller's.
/// `record` counts without its `created` and `filing`.
[[nodiscard]] Result<void> replace_facts(storage::Database& database, NewRecord const& record);

}  // namespace ce::store
