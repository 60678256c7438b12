#include "central/holdings/holdings.h"

#include <array>
#include <string_view>

namespace ce::holdings {
namespace {

constexpr std::int64_t hour_ms = 60LL * 60 * 1000;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::int64_t year_ms = 31'557'600'000;  // 365.25 days

/// A table of personal data. What is not kept for good goes so long after `since`.
struct Kind {
  Words what;
  std::string_view table;
  std::string_view since;  // its column of a time, ms; empty: it has none
  Words until;
  std::optional<std::int64_t> life_ms = std::nullopt;
};

constexpr Words by_law{"without end (regulation, articles 5 and 15)", "按规定长期保存"};

std::vector<Kind> kinds(Limits const& limits) {
  return {
      {{"people", "人员"}, "professionals", "created_ms", by_law},
      {{"of them, left without record", "其中已离开、没有记录"},
       "(SELECT p.closed_ms FROM professionals p WHERE p.closed_ms IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
       "learning_records r WHERE r.professional = p.id) AND NOT EXISTS (SELECT 1 FROM certificates c WHERE "
       "c.professional = p.id)) AS departed",
       "closed_ms",
       {"[people] departed_years", "配置的年数"},
       limits.departed_years == 0 ? std::nullopt : std::optional{limits.departed_years * year_ms}},
      {{"learning records", "学习记录"}, "learning_records", "created_ms", by_law},
      {{"reviews of records", "审核经过"}, "review_steps", "taken_ms", by_law},
      {{"certificates", "证书"}, "certificates", "issued_ms", by_law},
      {{"register of issue", "发放名册"}, "issue_register", "received_ms", by_law},
      {{"verdicts by year", "年度认定"}, "yearly_verdicts", "judged_ms", by_law},
      {{"audit entries", "操作记录"},
       "audit_entries",
       "at_ms",
       {"without end (a chain)", "长期保存，前后相扣"}},
      {{"query passwords (hashes)", "查询密码（散列）"},
       "query_passwords",
       "",
       {"until person forget", "本人要求不再保留时删除"}},
      {{"tries at a password", "输错查询密码的次数"}, "query_tries", "since_ms", {"1 day", "一天"}, day_ms},
      {{"sessions", "登录状态"}, "sessions", "begun_ms", {"12 hours", "12 小时"}, 12 * hour_ms},
      {{"visit codes (hashes)", "办理码（散列）"}, "visit_codes", "expires_ms", {"minutes", "几分钟"}, 0},
      {{"receipts of kiosks' events", "终端上报的回执"},
       "kiosk_events",
       "received_ms",
       {"[kiosks] event_days", "配置的天数"},
       limits.event_days * day_ms},
      {{"people forgotten by kiosks", "要求终端不再保留的人员"},
       "forgotten_people",
       "forgotten_ms",
       {"until person recall", "本人撤回时删除"}},
      {{"registration files and reports", "批量登记的文件和结果"},
       "import_jobs",
       "created_ms",
       {"reports without end", "结果长期保存"}}};
}

/// Names are our own constants, never what somebody typed.
Result<Holding> count(storage::Database& database, Kind const& kind, Instant now) {
  Holding found{.what = kind.what, .until = kind.until};
  std::string sql = "SELECT COUNT(*)";
  if (!kind.since.empty()) {
    sql.append(", MIN(").append(kind.since).append("), COALESCE(SUM(CASE WHEN ");
    sql.append(kind.since).append(" < $1 THEN 1 ELSE 0 END), 0)");
  }
  sql.append(" FROM ").append(kind.table);
  auto row = database.prepare(sql);
  // An hour and a half is what a sweep may be late by.
  if (!kind.since.empty()) row.bind(1, kind.life_ms ? now.ms - *kind.life_ms - 3 * hour_ms / 2 : INT64_MIN);
  CE_TRY(bool const there, row.step());
  if (!there) return Failure{FailureCode::storage_fault, "no row"};
  found.count = row.integer(0);
  if (kind.since.empty()) return found;
  if (auto const oldest = row.optional_integer(1)) found.oldest = Instant{*oldest};
  found.past = row.integer(2);
  return found;
}

Result<Holding> proofs(storage::Database& database) {
  Holding found{.what = {"proofs of records", "证明材料"}, .until = {"with their records", "随学习记录"}};
  auto row = database.prepare(
      "SELECT COUNT(*), MIN(stored_ms), CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM proof_documents");
  CE_TRY(bool const there, row.step());
  if (!there) return Failure{FailureCode::storage_fault, "no row"};
  found.count = row.integer(0);
  if (auto const oldest = row.optional_integer(1)) found.oldest = Instant{*oldest};
  found.bytes = row.integer(2);
  return found;
}

Words cache_words(std::string_view policy) {
  if (policy == "nobody") return {"kiosks that may keep nobody", "不得保留人员资料的终端"};
  if (policy == "seen") return {"kiosks that may keep whom they saw", "可保留来过的人的终端"};
  return {"kiosks that may keep their region", "可保留本地区资料的终端"};
}

/// What kiosks may keep, as they were told.
Result<void> add_caches(storage::Database& database, std::vector<Holding>& all) {
  auto rows = database.prepare(
      "SELECT COALESCE(s.cache, 'region'), COUNT(*) FROM kiosks k LEFT JOIN kiosk_settings s ON s.kiosk = "
      "k.id "
      "GROUP BY COALESCE(s.cache, 'region') ORDER BY 1");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return {};
    all.push_back({.what = cache_words(rows.text(0)),
                   .count = rows.integer(1),
                   .until = {"the kiosk's [cache] days at most", "终端配置的天数"}});
  }
}

/// Of all files below it; what goes meanwhile is not counted.
std::int64_t bytes_below(std::filesystem::path const& directory) {
  std::error_code error;
  std::int64_t sum = 0;
  std::filesystem::recursive_directory_iterator at{directory, error};
  for (std::filesystem::recursive_directory_iterator const end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    auto const size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
    if (!gone) sum += static_cast<std::int64_t>(size);
  }
  return sum;
}

}  // namespace

Result<std::vector<Holding>> held(store::Store const& store, std::filesystem::path const& files,
                                  Limits const& limits, Instant now) {
  std::vector<Holding> all;
  auto const done = store.read([&](storage::Database& database) -> Result<void> {
    all.clear();
    for (auto const& kind : kinds(limits)) {
      CE_TRY(auto const one, count(database, kind, now));
      all.push_back(one);
    }
    if (!files.empty()) all.back().bytes = bytes_below(files / "imports");
    CE_TRY(auto const documents, proofs(database));
    all.push_back(documents);
    return add_caches(database, all);
  });
  if (!done) return done.failure();
  return all;
}

}  // namespace ce::holdings
