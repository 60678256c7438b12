#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/storage/database.h"

/// Credit years that the authority has closed; central/archive closes them. Within the caller's transaction.
namespace ce::store {

/// The year that a row of learning_records counts for, in SQL.
inline constexpr std::string_view year_of_record =
    "COALESCE(credit_year, CAST(SUBSTR(end_day, 1, 4) AS BIGINT))";

struct ClosedYear {
  int year = 0;
  Instant closed;
  std::string by;
  std::string reason;
  std::int64_t waiting = 0;  // records that nobody had reviewed then
  std::optional<Instant> reopened;
  std::string reopened_by;
  std::string reopened_reason;
};
/// Those that are closed or were, in their order.
[[nodiscard]] Result<std::vector<ClosedYear>> closed_years(storage::Database& database);

[[nodiscard]] Result<bool> is_closed(storage::Database& database, int year);
/// What is known of its closing; nothing while it is open.
[[nodiscard]] Result<std::optional<ClosedYear>> closed_year(storage::Database& database, int year);

/// Fails with review_refused, in Chinese, where records of that year are not written any more.
[[nodiscard]] Result<void> check_year_open(storage::Database& database, int year);
/// What that fails with.
[[nodiscard]] Failure closed_failure(int year);

/// "2024 年度的学习登记已经截止归档", and what to do about it.
[[nodiscard]] std::string closed_sentence(int year);
inline constexpr std::string_view closed_remedy =
    "不能再登记、修改或审核；确有差错的，请由所属人社部门报省人社厅重新开放该年度";

}  // namespace ce::store
