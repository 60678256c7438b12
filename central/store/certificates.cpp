#include "central/store/store.h"

namespace ce::store {

Result<std::optional<CertificateFacts>> Store::certificate(std::string_view number) const {
  std::optional<CertificateFacts> answer;
  auto const done = read_recent([&](storage::Database& database) -> Result<void> {
    auto row = database.prepare(
        "SELECT number, name, year, authority, issue_day, revoked_ms, revoked_reason, successor FROM "
        "certificates "
        "WHERE number = $1");
    CE_TRY(bool const there, row.bind(1, number).step());
    if (!there) return {};
    CE_TRY(auto const day, Date::parse_iso(row.text(4)));
    answer = CertificateFacts{row.text(0),
                              SecretText{row.text(1)},
                              static_cast<int>(row.integer(2)),
                              row.text(3),
                              day,
                              !row.is_null(5),
                              row.is_null(5) ? Date{} : china_date(Instant{row.integer(5)}),
                              row.text(6),
                              row.text(7)};
    return {};
  });
  if (!done) return done.failure();
  return answer;
}

}  // namespace ce::store
