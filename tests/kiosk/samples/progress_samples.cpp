#include <algorithm>

#include "kiosk/present/present.h"
#include "tests/kiosk/samples/visits.h"

namespace ce::samples {
namespace {

using protocol::CertificateState;
using session::Progress;
using session::State;

CreditUnits whole_hours(std::int64_t count) {
  return CreditUnits::hours(count);
}

Done in_part() {
  return {whole_hours(18), whole_hours(28), whole_hours(8), whole_hours(6)};
}

Done more_than_all() {
  return {whole_hours(18), whole_hours(44) + CreditUnits::minutes(22) + CreditUnits{1}, whole_hours(14),
          whole_hours(16)};
}

protocol::PersonYears incomplete() {
  auto years = four_years();
  years.front() = year_of(2026, in_part(), CertificateState::incomplete);
  years.front().records = records_of(2026, 14);
  return person_with(std::move(years));
}

State complete(std::size_t records) {
  auto all = incomplete();
  all.years.front() = year_of(2026, more_than_all(), CertificateState::printable);
  all.years.front().records = records_of(2026, records);
  return visit_of(std::move(all));
}

State nothing_yet() {
  return visit_of(person_with({year_of(2026, {}, CertificateState::incomplete)}));
}

State rare_name() {
  auto all = incomplete();
  all.name = SecretText{"陈䶮𫖯"};
  all.employer = "中国科学院深圳先进技术研究院粤港澳大湾区生物医药与高端医疗器械联合创新中心";
  all.as_of = {1'795'429'800'000};
  auto& records = all.years.front().records;
  records = records_of(2026, 13);
  records[10].content = "䶮𠂇㐆与数字化古籍整理——面向图书资料专业人员的生僻字处理与国家标准高级研修班";
  std::swap(records[11], records[12]);
  records.pop_back();
  auto state = visit_of(std::move(all));
  state.visitor->from_cache = true;
  state.surroundings.central_online = false;
  return state;
}

State many_records() {
  auto state = complete(40);
  auto& years = *state.visitor->years;
  years.name = SecretText{"迪丽努尔·阿卜杜热合曼尼"};
  years.employer = "东莞市某精密电子有限公司";
  return state;
}

// Who has learnt since the regulation came into force.
State many_years() {
  std::vector<protocol::YearProgress> years;
  for (int year = 2026; year > 2010; --year) {
    bool const done = year % 5 != 0 && year != 2026;
    years.push_back(year_of(year, done ? all_done() : in_part(),
                            done ? CertificateState::printed : CertificateState::incomplete));
    if (!done) years.back().records = records_of(year, 14);
  }
  return visit_of(person_with(std::move(years)));
}

void add_offline_and_over_it(Gathering& all) {
  auto state = visit_of(person_with(four_years()));
  state.stage = Progress{2026, 0};
  state.countdown = true;
  all.add("countdown", state, Tick{} + std::chrono::seconds{70});
  state.countdown = false;
  state.panel = true;
  all.add("panel", state);
  state.panel = false;
  state.visitor->from_cache = true;
  state.surroundings.central_online = false;
  all.add("progress-offline", state);
}

}  // namespace

std::vector<Sample> progress_samples(session::Mode const& mode) {
  Gathering all{mode};
  auto const last_of = [&](std::size_t records) {
    return static_cast<int>((records - 1) / present::records_per_page(mode));
  };
  all.add("progress-incomplete", visit_of(incomplete()), Progress{2026, 0});
  all.add("progress-complete", complete(14), Progress{2026, 0});
  all.add("progress-empty", nothing_yet(), Progress{2026, 0});
  all.add("progress-rare", rare_name(), Progress{2026, last_of(12)});
  all.add("progress-many", many_records(), Progress{2026, 1});
  all.add("progress-years", many_years(), Progress{2020, 0});

  auto const minutes = visit_of(person_with(four_years()));
  all.add("progress-minutes", minutes, Progress{2026, 0});
  all.add("progress-page", minutes, Progress{2026, 1});
  all.add("progress-earlier", minutes, Progress{2025, 0});
  all.add("progress-printed", minutes, Progress{2024, 0});
  all.add("progress-revoked", minutes, Progress{2023, 0});
  add_offline_and_over_it(all);
  // A hall's own site may have a longer address.
  all.learn_at("https://jxjy.example.gov.cn/xuexi/zhuanji");
  all.add("progress-own-site", visit_of(incomplete()), Progress{2026, 0});
  return all.take();
}

}  // namespace ce::samples
