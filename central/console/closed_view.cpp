#include "central/console/closed_view.h"

namespace ce::console {
namespace {

using store::ClosedYear;

/// "2020 至 2023、2025".
std::string runs_of(std::vector<ClosedYear> const& years) {
  std::string text;
  for (std::size_t first = 0; first < years.size();) {
    auto last = first;
    while (last + 1 < years.size() && years[last + 1].year == years[last].year + 1) ++last;
    text += (text.empty() ? "" : "、") + std::to_string(years[first].year);
    if (last > first) text += (last == first + 1 ? "、" : " 至 ") + std::to_string(years[last].year);
    first = last + 1;
  }
  return text;
}

web::Notice only_read(std::string const& which) {
  return {web::Tone::info, which + "，只能查看，" + std::string{store::closed_remedy} + "。"};
}

}  // namespace

std::string closed_since(ClosedYear const& year) {
  return std::to_string(year.year) + " 年度已于 " + china_date(year.closed).chinese() + "归档";
}

web::Notice closed_notice(ClosedYear const& year) {
  return only_read(closed_since(year));
}

Result<std::vector<ClosedYear>> closed_now(Visitor const& visitor) {
  std::vector<ClosedYear> closed;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(closed, store::closed_years(database));
    return {};
  }));
  std::erase_if(closed, [](ClosedYear const& one) { return one.reopened.has_value(); });
  return closed;
}

Result<std::optional<ClosedYear>> closed_now(Visitor const& visitor, int year) {
  std::optional<ClosedYear> closed;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(closed, store::closed_year(database, year));
    return {};
  }));
  return closed;
}

Result<std::optional<web::Notice>> closed_to_registering(Visitor const& visitor) {
  CE_TRY(auto const closed, closed_now(visitor));
  if (closed.empty()) return std::optional<web::Notice>{};
  if (closed.size() == 1) return std::optional{closed_notice(closed.front())};
  return std::optional{only_read(runs_of(closed) + " 年度已经归档")};
}

Result<std::optional<web::Notice>> closed_but_issued(Visitor const& visitor, int year) {
  CE_TRY(auto const closed, closed_now(visitor, year));
  if (!closed) return std::optional<web::Notice>{};
  return std::optional{
      web::Notice{web::Tone::info, closed_since(*closed) +
                                       "，学习记录只能查看，不再登记和审核；已经学完的人员仍可核发证书，"
                                       "已发的证书仍可撤销、更正。"}};
}

}  // namespace ce::console
