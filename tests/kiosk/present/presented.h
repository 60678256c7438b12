#pragma once

#include <gtest/gtest.h>

#include <string>

#include "kiosk/present/present.h"
#include "support/files.h"

namespace ce::present {

/// The words that are shipped.
inline Words const& words() {
  static Words const parsed = [] {
    auto result = Words::parse(test::read_all(std::string{CE_SOURCE_DIR} + "/assets/strings/zh.toml"));
    if (!result) ADD_FAILURE() << describe(result.failure());
    return std::move(result).value();
  }();
  return parsed;
}

inline Date day(int year, int month, int of_month) {
  return Date::make(year, month, of_month).value();
}

/// A year of the 2010 rules in which so many hours were done.
inline protocol::YearProgress year_of_hours(std::int64_t common, std::int64_t professional,
                                            std::int64_t mandatory, std::int64_t elective) {
  auto hours = [](std::int64_t count) { return CreditUnits::hours(count); };
  protocol::YearProgress year;
  year.year = 2026;
  year.public_subject = {hours(common), hours(18)};
  year.professional = {hours(professional), hours(42)};
  year.professional_mandatory = {hours(mandatory), hours(14)};
  year.elective = {hours(elective), hours(12)};
  year.total = {hours(common + professional + elective), hours(72)};
  year.complete = common >= 18 && professional >= 42 && mandatory >= 14 && elective >= 12;
  return year;
}

inline session::State serving(protocol::YearProgress year) {
  protocol::PersonYears years;
  years.name = SecretText{"王小明"};
  years.id_number = SecretText{"11010519491231002X"};
  years.as_of = {1'772'000'000'000};
  int const shown = year.year;
  years.years = {std::move(year)};
  session::State state;
  state.visitor = session::Visitor{{years.name, years.id_number, {}, {}}, true, years, false};
  state.surroundings.central_online = true;
  state.stage = session::Progress{shown, 0};
  return state;
}

/// 2026-11-23 14:05 in China, a Monday.
inline View shown(session::State const& state, Tick tick = {}) {
  return present(state, {"天河区服务大厅", {1'795'413'900'000}, tick}, words());
}

}  // namespace ce::present
