#include "central/seed/demo_people.h"

#include <algorithm>

#include "central/issuing/issue.h"
#include "central/issuing/revoke.h"
#include "central/seed/calendar.h"
#include "central/standings/refresh.h"
#include "central/store/ids.h"
#include "central/store/records.h"
#include "shared/password/password_hash.h"

namespace ce::seed {
namespace {

using store::Numbered;

constexpr std::int32_t review_days = 3;

struct Writer {
  storage::Database& database;
  store::Rulebook const& rules;
  Random& random;
  PrintWriter& prints;
  Date today;

  Result<std::int64_t> institution(std::string const& name, bool online) const {
    auto known = database.prepare("SELECT id FROM institutions WHERE name = $1");
    CE_TRY(bool const there, known.bind(1, name).step());
    if (there) return known.integer(0);
    CE_TRY(auto const id, store::next_id(database, Numbered::institutions));
    CE_CHECK(
        database
            .prepare(
                "INSERT INTO institutions (id, name, region, approved_online) VALUES ($1, $2, '440000', $3)")
            .bind(1, id)
            .bind(2, name)
            .bind(3, online)
            .run());
    return id;
  }

  Result<std::int64_t> employer(DemoPerson const& person) const {
    CE_TRY(auto const id, store::next_id(database, Numbered::employers));
    CE_CHECK(
        database
            .prepare(
                "INSERT INTO employers (id, name, region, provincial, industry) VALUES ($1, $2, $3, 0, $4)")
            .bind(1, id)
            .bind(2, person.employer)
            .bind(3, person.region)
            .bind(4, person.industry)
            .run());
    return id;
  }

  Result<std::int64_t> person(DemoPerson const& one) const {
    CE_TRY(auto const works_at, employer(one));
    CE_TRY(auto const id, store::next_id(database, Numbered::professionals));
    auto insert = database.prepare(
        "INSERT INTO professionals (id, id_number, name, region, employer, created_ms) VALUES ($1, $2, $3, "
        "$4, $5, "
        "$6)");
    insert.bind(1, id).bind(2, one.id_number).bind(3, one.name).bind(4, one.region).bind(5, works_at);
    CE_CHECK(insert.bind(6, start_of_china_day(year_day(today.year() - 4, 1, 4)).ms).run());
    // A salt from the seed: the same seed gives the same rows, and this password is published anyway.
    std::string salt;
    for (int i = 0; i < 16; ++i) salt += static_cast<char>(random.below(256));
    CE_CHECK(database.prepare("INSERT INTO query_passwords (professional, hash) VALUES ($1, $2)")
                 .bind(1, id)
                 .bind(2, password::hash(SecretText{one.query_password}, salt))
                 .run());
    return id;
  }

  static Date year_day(int year, int month, int day) {
    auto const date = Date::make(year, month, day);
    return date ? *date : Date::make(year, month, 28).value();  // 29 February of another year
  }

  Result<void> record(std::int64_t professional, int year, DemoRecord const& demo) const {
    auto study = demo.record;
    auto start = year_day(year, demo.from.month(), demo.from.day());
    auto end = year_day(year, demo.to.month(), demo.to.day());
    if (end > today) {
      start =
          Date::from_days(std::max(today.days() - (end.days() - start.days()), year_day(year, 1, 1).days()));
      end = today;
    }
    study.start = start;
    study.end = end;
    std::optional<std::int64_t> host;
    if (!demo.institution.empty()) {
      CE_TRY(host, institution(demo.institution, demo.online_site));
    }
    CE_TRY(auto const id, store::next_id(database, Numbered::learning_records));
    Instant const created{start_of_china_day(end).ms + 17 * hour_ms};
    return store::insert_record(database, {id, professional, host, demo.content, study, created});
  }

  Result<void> certificate(std::int64_t professional, DemoPerson const& person, DemoYear const& demo) const {
    int const year = today.year() - demo.ago;
    auto const day = demo.ago > 0 ? year_day(year, 12, 18)
                                  : Date::from_days(std::max(today.days() - 1, year_day(year, 1, 1).days()));
    Instant const at{start_of_china_day(day).ms + 8 * hour_ms};
    CE_TRY(auto const number, issuing::issue(database, rules, {professional, year, day, at}));
    if (demo.printed) {
      auto const kiosk = "seed-" + person.region.substr(0, 4);
      CE_CHECK(
          prints.write(random, {number, kiosk, Instant{at.ms + hour_ms}, protocol::PrintOutcome::confirmed}));
    }
    if (demo.revoked.empty()) return {};
    return issuing::revoke(database, rules, number, demo.revoked, Instant{at.ms + 2 * hour_ms});
  }
};

}  // namespace

Result<void> write_demo(storage::Database& database, store::Rulebook const& rules,
                        std::vector<DemoPerson> const& people, Random& random, PrintWriter& prints,
                        Date today) {
  Writer const writer{database, rules, random, prints, today};
  for (auto const& person : people) {
    CE_TRY(auto const id, writer.person(person));
    for (auto const& year : person.years) {
      for (auto const& record : year.records) CE_CHECK(writer.record(id, today.year() - year.ago, record));
    }
    for (auto const& year : person.years) {
      if (year.issued) CE_CHECK(writer.certificate(id, person, year));
    }
    CE_TRY([[maybe_unused]] auto const written,
           standings::refresh(database, rules, {&id, 1}, start_of_china_day(today), today.year()));
  }
  return {};
}

}  // namespace ce::seed
