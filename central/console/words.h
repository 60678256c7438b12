#pragma once

#include <optional>
#include <string>

#include "central/web/parts.h"
#include "shared/base/clock.h"
#include "shared/base/date.h"
#include "shared/credit/record.h"
#include "shared/protocol/messages.h"

/// How the console says things; the regulation's own words are in shared/credit.
namespace ce::console {

[[nodiscard]] web::Badge badge_of(credit::ReviewState state);
/// The same of a record whose year is closed: nobody waits for it any more.
[[nodiscard]] web::Badge badge_in_closed_year(credit::ReviewState state);
[[nodiscard]] web::Badge badge_of(protocol::CertificateState state);

/// "刚刚", "5 分钟前", "3 小时前", "16 天前"; of a time that is not yet the time itself.
[[nodiscard]] std::string ago(Instant then, Instant now);

/// "2026-03-02", or empty.
[[nodiscard]] std::string day(std::optional<Date> const& date);
/// "2026-03-02 至 2026-03-05", or the one that there is.
[[nodiscard]] std::string days(std::optional<Date> const& from, std::optional<Date> const& to);

/// What a record claims: "12 学时", "3 天", "90 分钟", "专利（主创人员）".
[[nodiscard]] std::string claimed(credit::Record const& record);

/// "440106 24 000001", as the parts of article 15.
[[nodiscard]] std::string spaced_number(std::string const& number);

/// "1.2 MB".
[[nodiscard]] std::string size_text(std::int64_t bytes);

}  // namespace ce::console
