#include "bench/judge/sql_judge.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace ce::bench {
namespace {

using credit::Activity;
using credit::Assessment;

void must(sqlite3* database, int result, int wanted) {
  if (result == wanted) return;
  std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
  std::abort();
}

sqlite3* opened() {
  sqlite3* database = nullptr;
  must(database, sqlite3_open(":memory:", &database), SQLITE_OK);
  return database;
}

sqlite3_stmt* prepared(sqlite3* database, std::string const& sql) {
  sqlite3_stmt* statement = nullptr;
  must(database,
       sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
       SQLITE_OK);
  return statement;
}

/// Dates lie there as days and years, so that the statement has no date to read: the peer's best case.
constexpr auto table =
    "CREATE TABLE records (person INTEGER, nth INTEGER, subject INTEGER, activity INTEGER, review INTEGER, "
    "assessment INTEGER, mandatory INTEGER, in_guide INTEGER, within_schooling INTEGER, role INTEGER, hours "
    "INTEGER, "
    "half_days INTEGER, hours_per_day INTEGER, minutes INTEGER, start_day INTEGER, start_year INTEGER, "
    "end_day INTEGER, end_year INTEGER, credit_year INTEGER, PRIMARY KEY (person, nth)) WITHOUT ROWID";

std::string number(std::int64_t value) {
  return std::to_string(value);
}

template <class Enum>
std::string code(Enum value) {
  return std::to_string(static_cast<int>(value));
}

std::string counts_in(std::string const& year) {
  return "review = " + code(credit::ReviewState::approved) + " AND assessment NOT IN (" +
         code(Assessment::fail) + ", " + code(Assessment::absent) + ") AND (activity <> " +
         code(Activity::online_approved) + " OR in_guide) AND (activity <> " +
         code(Activity::superior_seminar) + " OR assessment = " + code(Assessment::pass) +
         ") AND (activity <> " + code(Activity::degree) +
         " OR (within_schooling AND assessment = " + code(Assessment::pass) +
         ")) AND CASE WHEN credit_year IS NOT NULL THEN credit_year = " + year +
         " WHEN activity = " + code(Activity::degree) +
         " AND start_year IS NOT NULL AND end_year IS NOT NULL THEN " + year +
         " BETWEEN start_year AND end_year ELSE end_year IS NULL OR end_year = " + year + " END";
}

/// `which` chooses people; `rest` is what is asked of each one's line.
std::string verdicts(credit::RulePack const& pack, credit::StudyGuide const& guide, int year,
                     std::string const& which, std::string const& rest) {
  auto const day = number(pack.day.count);
  auto const must_do = std::max(guide.professional_mandatory, pack.mandatory_min).count;
  auto const lead = number(pack.professional_required.count - must_do);
  auto const fills = "activity IN (" + code(Activity::achievement) + ", " + code(Activity::degree) + ")";
  auto const summed = [](std::string const& subject, std::string const& more) {
    return "SUM(CASE WHEN subject = " + subject + more + " THEN time ELSE 0 END)";
  };
  auto const professional = code(credit::Subject::professional);
  auto const open = "MAX(0, " + lead + " - others - MAX(0, mandatory - " + number(must_do) + "))";
  return "WITH counted AS (SELECT *, MAX(0, end_day - start_day + 1) AS dates FROM records WHERE " + which +
         counts_in(number(year)) + "), timed AS (SELECT person, subject, mandatory, CASE WHEN " + fills +
         " THEN CASE WHEN activity = " + code(Activity::achievement) +
         " AND role = " + code(credit::AuthorRole::other) + " THEN " + lead + " / 2 ELSE " + lead +
         " END ELSE 0 END AS claim, CASE WHEN " + fills +
         " THEN 0 ELSE COALESCE(MIN(half_days, COALESCE(2 * dates, half_days)) * "
         "MIN(COALESCE(hours_per_day, " +
         day + "), " + day + ") / 2, 0) + COALESCE(CASE WHEN activity = " + code(Activity::lecture) +
         " AND half_days IS NULL AND dates IS NOT NULL THEN MIN(hours, dates * " + day +
         ") ELSE hours END, 0) + 2 * COALESCE(minutes, 0) END AS time FROM counted), summed AS (SELECT "
         "person, " +
         summed(code(credit::Subject::public_subject), "") + " AS public, " +
         summed(professional, " AND mandatory") + " AS mandatory, " +
         summed(professional, " AND NOT mandatory") + " AS others, " +
         summed(code(credit::Subject::elective), "") +
         " AS elective, MAX(claim) AS claimed FROM timed GROUP BY person), filled AS (SELECT person, public, "
         "mandatory, elective, MIN(claimed, " +
         open + ") AS achievement, mandatory + others + MIN(claimed, " + open +
         ") AS professional FROM summed), judged AS (SELECT *, public >= " +
         number(pack.public_required.count) +
         " AND professional >= " + number(pack.professional_required.count) +
         " AND elective >= " + number(pack.elective_required.count) + " AND mandatory >= " + number(must_do) +
         " AND public + professional + elective >= " + number(pack.total_required.count) +
         " AS complete FROM filled) SELECT " + rest + " FROM judged";
}

class Row {
 public:
  explicit Row(sqlite3_stmt* insert) : insert_(insert) {}
  Row& put(std::optional<std::int64_t> value) {
    ++at_;
    if (value) {
      sqlite3_bind_int64(insert_, at_, *value);
    } else {
      sqlite3_bind_null(insert_, at_);
    }
    return *this;
  }

 private:
  sqlite3_stmt* insert_;
  int at_ = 0;
};

template <class Value, class Part>
std::optional<std::int64_t> part(std::optional<Value> const& value, Part const& of) {
  return value ? std::optional<std::int64_t>{of(*value)} : std::nullopt;
}

void put(sqlite3_stmt* insert, std::int64_t person, std::int64_t nth, credit::Record const& r) {
  auto const units = [](CreditUnits value) { return value.count; };
  auto const same = [](auto value) { return static_cast<std::int64_t>(value); };
  auto const days = [](Date date) { return static_cast<std::int64_t>(date.days()); };
  auto const year = [](Date date) { return static_cast<std::int64_t>(date.year()); };
  Row row{insert};
  row.put(person)
      .put(nth)
      .put(same(r.subject))
      .put(same(r.activity))
      .put(same(r.review))
      .put(same(r.assessment));
  row.put(r.mandatory).put(r.in_guide).put(r.within_schooling).put(same(r.role)).put(part(r.hours, units));
  row.put(part(r.half_days, same)).put(part(r.hours_per_day, units)).put(part(r.minutes, same));
  row.put(part(r.start, days)).put(part(r.start, year)).put(part(r.end, days)).put(part(r.end, year));
  row.put(part(r.credit_year, same));
}

}  // namespace

SqlJudge::SqlJudge(std::span<std::vector<credit::Record> const> everyone, credit::RulePack const& pack,
                   credit::StudyGuide const& guide, int year)
    : database_(opened(), sqlite3_close), one_(nullptr, sqlite3_finalize), all_(nullptr, sqlite3_finalize) {
  auto* const database = database_.get();
  must(database, sqlite3_exec(database, table, nullptr, nullptr, nullptr), SQLITE_OK);
  must(database, sqlite3_exec(database, "BEGIN", nullptr, nullptr, nullptr), SQLITE_OK);
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> const insert{
      prepared(database, "INSERT INTO records VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      sqlite3_finalize};
  for (std::size_t person = 0; person < everyone.size(); ++person) {
    for (std::size_t nth = 0; nth < everyone[person].size(); ++nth) {
      put(insert.get(), static_cast<std::int64_t>(person), static_cast<std::int64_t>(nth),
          everyone[person][nth]);
      must(database, sqlite3_step(insert.get()), SQLITE_DONE);
      sqlite3_reset(insert.get());
    }
  }
  must(database, sqlite3_exec(database, "COMMIT; ANALYZE", nullptr, nullptr, nullptr), SQLITE_OK);
  one_.reset(
      prepared(database, verdicts(pack, guide, year, "person = ?1 AND ",
                                  "public, professional, mandatory, achievement, elective, complete")));
  all_.reset(prepared(database, verdicts(pack, guide, year, "", "SUM(complete)")));
}

SqlVerdict SqlJudge::one(std::int64_t person) {
  auto* const statement = one_.get();
  sqlite3_bind_int64(statement, 1, person);
  SqlVerdict verdict;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    auto const at = [&](int column) { return sqlite3_column_int64(statement, column); };
    verdict = {at(0), at(1), at(2), at(3), at(4), at(5) != 0};
  }
  sqlite3_reset(statement);
  return verdict;
}

std::int64_t SqlJudge::complete_of_all() {
  must(database_.get(), sqlite3_step(all_.get()), SQLITE_ROW);
  auto const complete = sqlite3_column_int64(all_.get(), 0);
  sqlite3_reset(all_.get());
  return complete;
}

}  // namespace ce::bench
