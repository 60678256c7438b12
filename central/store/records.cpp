#include "central/store/records.h"

#include <algorithm>

#include "central/store/people.h"
#include "central/store/words.h"
#include "shared/storage/insert_rows.h"

namespace ce::store {
namespace {

using credit::Record;

std::optional<std::int64_t> count_of(std::optional<CreditUnits> const& units) {
  return units ? std::optional{units->count} : std::nullopt;
}

std::optional<CreditUnits> units_at(storage::Statement const& row, int column) {
  auto const count = row.optional_integer(column);
  return count ? std::optional{CreditUnits{*count}} : std::nullopt;
}

template <class Int>
std::optional<Int> small_at(storage::Statement const& row, int column) {
  auto const value = row.optional_integer(column);
  return value ? std::optional{static_cast<Int>(*value)} : std::nullopt;
}

std::optional<std::string> iso_of(std::optional<Date> const& date) {
  return date ? std::optional{date->iso()} : std::nullopt;
}

Result<std::optional<Date>> date_at(storage::Statement const& row, int column) {
  if (row.is_null(column)) return std::optional<Date>{};
  CE_TRY(auto const date, Date::parse_iso(row.text_view(column)));
  return std::optional{date};
}

Result<void> read_words(storage::Statement const& row, Record& record) {
  CE_TRY(record.subject, from_protocol_word<credit::Subject>(row.text_view(3)));
  CE_TRY(record.activity, from_protocol_word<credit::Activity>(row.text_view(4)));
  CE_TRY(record.review, from_protocol_word<credit::ReviewState>(row.text_view(5)));
  CE_TRY(record.assessment, from_word<credit::Assessment>(assessment_words, row.text_view(6)));
  if (!row.is_null(10)) {
    CE_TRY(record.kind, from_word<credit::AchievementKind>(achievement_words, row.text_view(10)));
  }
  if (!row.is_null(11)) {
    CE_TRY(record.role, from_word<credit::AuthorRole>(author_role_words, row.text_view(11)));
  }
  return {};
}

Result<StoredRecord> read_record(storage::Statement const& row) {
  StoredRecord stored{row.integer(0), row.text(1), row.text(2), {}};
  auto& record = stored.record;
  CE_CHECK(read_words(row, record));
  record.mandatory = row.integer(7) != 0;
  record.in_guide = row.integer(8) != 0;
  record.within_schooling = row.integer(9) != 0;
  record.hours = units_at(row, 12);
  record.half_days = small_at<std::int32_t>(row, 13);
  record.hours_per_day = units_at(row, 14);
  record.minutes = small_at<std::int32_t>(row, 15);
  CE_TRY(record.start, date_at(row, 16));
  CE_TRY(record.end, date_at(row, 17));
  record.credit_year = small_at<std::int16_t>(row, 18);
  return stored;
}

// 21 parameters from $`at` on.
void bind_facts(storage::Statement& row, int at, NewRecord const& made) {
  auto const& record = made.record;
  row.bind(at, made.id)
      .bind(at + 1, made.professional)
      .bind(at + 2, made.institution)
      .bind(at + 3, made.content);
  row.bind(at + 4, protocol::word_of(record.subject)).bind(at + 5, protocol::word_of(record.activity));
  row.bind(at + 6, protocol::word_of(record.review))
      .bind(at + 7, to_word(assessment_words, record.assessment));
  row.bind(at + 8, record.mandatory).bind(at + 9, record.in_guide).bind(at + 10, record.within_schooling);
  if (record.activity == credit::Activity::achievement) {
    row.bind(at + 11, to_word(achievement_words, record.kind))
        .bind(at + 12, to_word(author_role_words, record.role));
  } else {
    row.bind_null(at + 11).bind_null(at + 12);
  }
  row.bind(at + 13, count_of(record.hours)).bind(at + 14, std::optional<std::int64_t>{record.half_days});
  row.bind(at + 15, count_of(record.hours_per_day))
      .bind(at + 16, std::optional<std::int64_t>{record.minutes});
  row.bind(at + 17, iso_of(record.start)).bind(at + 18, iso_of(record.end));
  row.bind(at + 19, std::optional<std::int64_t>{record.credit_year});
  row.bind(at + 20, made.host.empty() ? std::nullopt : std::optional{made.host});
}

Result<std::vector<StoredRecord>> read_all_records(storage::Statement& rows) {
  std::vector<StoredRecord> records;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return records;
    CE_TRY(auto record, read_record(rows));
    records.push_back(std::move(record));
  }
}

constexpr std::string_view facts =
    "r.subject, r.activity, r.review, r.assessment, r.mandatory, r.in_guide, r.within_schooling, "
    "r.achievement, r.author_role, r.units, r.half_days, r.units_per_day, r.minutes, r.start_day, r.end_day, "
    "r.credit_year, r.professional, r.version FROM learning_records r ";

std::string const& select_records() {
  static std::string const text = "SELECT r.id, r.content, COALESCE(i.name, r.host, ''), " +
                                  std::string{facts} + "LEFT JOIN institutions i ON i.id = r.institution ";
  return text;
}

}  // namespace

Result<StoredRecord> record_by_id(storage::Database& database, std::int64_t record) {
  auto row = database.prepare(select_records() + "WHERE r.id = $1");
  CE_TRY(bool const there, row.bind(1, record).step());
  if (!there) return Failure{FailureCode::record_unknown, {}};
  return read_record(row);
}

Result<std::vector<StoredRecord>> records_by_id(storage::Database& database,
                                                std::span<std::int64_t const> records) {
  if (records.empty()) return std::vector<StoredRecord>{};
  auto rows = database.prepare(select_records() + "WHERE r.id IN (" +
                               storage::parameters(1, storage::padded(records.size())) + ") ORDER BY r.id");
  storage::bind_ids(rows, 1, records);
  return read_all_records(rows);
}

Result<std::vector<StoredRecord>> records_of(storage::Database& database, std::int64_t professional) {
  auto rows = database.prepare(select_records() + "WHERE r.professional = $1 ORDER BY r.id");
  rows.bind(1, professional);
  return read_all_records(rows);
}

storage::Statement ask_records_of_people(storage::Database& database,
                                         std::span<std::int64_t const> professionals) {
  auto rows = database.prepare(
      "SELECT r.id, r.content, '', " + std::string{facts} + "WHERE r.professional IN (" +
      storage::parameters(1, storage::padded(professionals.size())) + ") ORDER BY r.professional, r.id");
  storage::bind_ids(rows, 1, professionals);
  rows.ask();
  return rows;
}

Result<std::vector<PersonRecords>> records_of_people(storage::Database& database,
                                                     std::span<std::int64_t const> professionals) {
  return read_records_of_people(ask_records_of_people(database, professionals));
}

Result<std::vector<PersonRecords>> read_records_of_people(storage::Statement rows) {
  std::vector<PersonRecords> people;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return people;
    auto const owner = rows.integer(19);
    if (people.empty() || people.back().professional != owner) people.push_back({owner, 0, {}});
    CE_TRY(auto record, read_record(rows));
    people.back().versions += rows.integer(20);
    people.back().records.push_back(std::move(record));
  }
}

Result<std::vector<StoredRecord>> records_meeting(storage::Database& database, std::int64_t professional,
                                                  Date from, Date to, std::int64_t most) {
  auto rows = database.prepare(
      select_records() +
      "WHERE r.professional = $1 AND r.start_day <= $3 AND r.end_day >= $2 AND r.review <> 'rejected' "
      "ORDER BY r.id LIMIT $4");
  rows.bind(1, professional).bind(2, from.iso()).bind(3, to.iso()).bind(4, most);
  return read_all_records(rows);
}

Result<void> insert_record(storage::Database& database, NewRecord const& made) {
  return insert_records(database, {&made, 1});
}

Result<void> insert_records(storage::Database& database, std::span<NewRecord const> records) {
  if (records.empty()) return {};
  std::vector<std::int64_t> people;
  for (auto const& made : records) {
    if (people.empty() || people.back() != made.professional) people.push_back(made.professional);
  }
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  CE_TRY(auto const ways, review_routes_of(database, people));
  if (ways.size() != people.size()) return Failure{FailureCode::person_unknown, {}};
  return insert_records(database, records, ways);
}

Result<void> insert_records(storage::Database& database, std::span<NewRecord const> records,
                            std::map<std::int64_t, ReviewRoute> const& ways) {
  constexpr std::string_view head =
      "INSERT INTO learning_records (id, professional, institution, content, subject, activity, review, "
      "assessment, mandatory, in_guide, within_schooling, achievement, author_role, units, half_days, "
      "units_per_day, minutes, start_day, end_day, credit_year, host, created_ms, channel, registrar_party, "
      "registrar, route, review_region, employer, agency, industry)";
  return storage::insert_rows(
      database, head, 30, records.size(), [&](storage::Statement& row, int at, std::size_t i) {
        auto const& made = records[i];
        auto const& way = ways.at(made.professional);
        bind_facts(row, at, made);
        row.bind(at + 21, made.created.ms).bind(at + 22, to_word(channel_words, made.filing.channel));
        row.bind(at + 23, credit::code_of(made.filing.party)).bind(at + 24, made.filing.account);
        row.bind(at + 25, to_word(route_words, way.route)).bind(at + 26, way.region);
        row.bind(at + 27, way.employer).bind(at + 28, way.agency).bind(at + 29, way.industry);
      });
}

Result<void> replace_facts(storage::Database& database, NewRecord const& made) {
  auto update = database.prepare(
      "UPDATE learning_records SET institution = $3, content = $4, subject = $5, activity = $6, review = $7, "
      "assessment = $8, mandatory = $9, in_guide = $10, within_schooling = $11, achievement = $12, "
      "author_role = $13, units = $14, half_days = $15, units_per_day = $16, minutes = $17, "
      "start_day = $18, end_day = $19, credit_year = $20, host = $21 WHERE id = $1 AND professional = $2");
  bind_facts(update, 1, made);
  return update.run();
}

}  // namespace ce::store
