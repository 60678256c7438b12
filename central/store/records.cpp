#include "central/store/records.h"

#include "central/store/words.h"

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
  CE_TRY(auto const date, Date::parse_iso(row.text(column)));
  return std::optional{date};
}

Result<void> read_words(storage::Statement const& row, Record& record) {
  CE_TRY(record.subject, from_protocol_word<credit::Subject>(row.text(3)));
  CE_TRY(record.activity, from_protocol_word<credit::Activity>(row.text(4)));
  CE_TRY(record.review, from_protocol_word<credit::ReviewState>(row.text(5)));
  CE_TRY(record.assessment, from_word<credit::Assessment>(assessment_words, row.text(6)));
  if (!row.is_null(10)) {
    CE_TRY(record.kind, from_word<credit::AchievementKind>(achievement_words, row.text(10)));
  }
  if (!row.is_null(11)) {
    CE_TRY(record.role, from_word<credit::AuthorRole>(author_role_words, row.text(11)));
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

}  // namespace

Result<std::vector<StoredRecord>> records_of(storage::Database& database, std::int64_t professional) {
  auto rows = database.prepare(
      "SELECT r.id, r.content, COALESCE(i.name, ''), r.subject, r.activity, r.review, r.assessment, "
      "r.mandatory, "
      "r.in_guide, r.within_schooling, r.achievement, r.author_role, r.units, r.half_days, r.units_per_day, "
      "r.minutes, r.start_day, r.end_day, r.credit_year "
      "FROM learning_records r LEFT JOIN institutions i ON i.id = r.institution "
      "WHERE r.professional = $1 ORDER BY r.id");
  rows.bind(1, professional);
  std::vector<StoredRecord> records;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return records;
    CE_TRY(auto record, read_record(rows));
    records.push_back(std::move(record));
  }
}

Result<void> insert_record(storage::Database& database, NewRecord const& made) {
  auto const& record = made.record;
  bool const achievement = record.activity == credit::Activity::achievement;
  auto insert = database.prepare(
      "INSERT INTO learning_records (id, professional, institution, content, subject, activity, review, "
      "assessment, mandatory, in_guide, within_schooling, achievement, author_role, units, half_days, "
      "units_per_day, minutes, start_day, end_day, credit_year, created_ms) VALUES ($1, $2, $3, $4, $5, $6, "
      "$7, "
      "$8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)");
  insert.bind(1, made.id).bind(2, made.professional).bind(3, made.institution).bind(4, made.content);
  insert.bind(5, protocol::word_of(record.subject)).bind(6, protocol::word_of(record.activity));
  insert.bind(7, protocol::word_of(record.review)).bind(8, to_word(assessment_words, record.assessment));
  insert.bind(9, record.mandatory).bind(10, record.in_guide).bind(11, record.within_schooling);
  if (achievement) {
    insert.bind(12, to_word(achievement_words, record.kind))
        .bind(13, to_word(author_role_words, record.role));
  } else {
    insert.bind_null(12).bind_null(13);
  }
  insert.bind(14, count_of(record.hours)).bind(15, std::optional<std::int64_t>{record.half_days});
  insert.bind(16, count_of(record.hours_per_day)).bind(17, std::optional<std::int64_t>{record.minutes});
  insert.bind(18, iso_of(record.start)).bind(19, iso_of(record.end));
  insert.bind(20, std::optional<std::int64_t>{record.credit_year}).bind(21, made.created.ms);
  return insert.run();
}

}  // namespace ce::store
