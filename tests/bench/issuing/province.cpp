#include "bench/issuing/province.h"

#include <algorithm>
#include <array>

#include "central/standings/refresh_year.h"
#include "central/store/records.h"
#include "shared/storage/insert_rows.h"

namespace ce::bench {
namespace {

constexpr std::int64_t people_per_transaction = 2000;
constexpr std::int64_t people_per_insert = 256;

struct Course {
  credit::Subject subject;
  std::int64_t hours;
  bool mandatory;
};
constexpr std::array<Course, 4> courses{{{credit::Subject::public_subject, 30, false},
                                         {credit::Subject::professional, 14, true},
                                         {credit::Subject::professional, 28, false},
                                         {credit::Subject::elective, 18, false}}};

std::vector<store::NewRecord> records_of(std::int64_t first, std::int64_t people, Instant now,
                                         RecordsEach const& each) {
  std::vector<store::NewRecord> all;
  for (std::int64_t id = first; id < first + people; ++id) {
    for (int i = 0; i < each.count; ++i) {
      auto const& course = courses.at(static_cast<std::size_t>(i) % courses.size());
      int const year = i < 4 ? 2025 : 2026;
      credit::Record record;
      record.subject = course.subject;
      record.mandatory = course.mandatory;
      record.assessment = credit::Assessment::pass;
      if (each.last_waits && i + 1 == each.count) record.review = credit::ReviewState::pending_hrss;
      record.hours = CreditUnits::hours(course.hours);
      record.start = Date::make(year, i % 4 + 1, 2).value();
      record.end = Date::make(year, i % 4 + 1, 20).value();
      all.push_back({id * each.count + i, id, {}, "专业技术人员继续教育课程", record, now});
    }
  }
  return all;
}

Result<void> insert_people(storage::Database& database, Province const& province, std::int64_t first,
                           std::int64_t count, Instant now, RecordsEach const& each) {
  CE_CHECK(storage::insert_rows(
      database, "INSERT INTO professionals (id, id_number, name, region, created_ms)", 5,
      static_cast<std::size_t>(count), [&](storage::Statement& row, int at, std::size_t i) {
        auto const id = first + static_cast<std::int64_t>(i);
        row.bind(at, id).bind(at + 1, id_number_of(id)).bind(at + 2, "陈家明");
        row.bind(at + 3, province.regions[static_cast<std::size_t>(id) % province.regions.size()]);
        row.bind(at + 4, now.ms);
      }));
  for (auto id = first; id < first + count; id += people_per_insert) {
    CE_CHECK(store::insert_records(
        database, records_of(id, std::min(people_per_insert, first + count - id), now, each)));
  }
  return {};
}

}  // namespace

std::string id_number_of(std::int64_t id) {
  return "44010618850" + std::to_string(1'000'000 + id);
}

Result<Province> fill(store::Store& store, std::int64_t people, Instant now, RecordsEach const& each) {
  Province province;
  province.people = people;
  for (auto const& region : store.rules().regions.all()) province.regions.push_back(region.code);
  for (std::int64_t first = 1; first <= people; first += people_per_transaction) {
    auto const count = std::min(people_per_transaction, people - first + 1);
    CE_CHECK(store.write([&](storage::Database& database) {
      return insert_people(database, province, first, count, now, each);
    }));
  }
  for (int const year : {2025, 2026}) CE_CHECK(standings::refresh_year(store, year, now));
  return province;
}

}  // namespace ce::bench
