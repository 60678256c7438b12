#include "central/seed/people.h"

#include <array>
#include <charconv>

#include "central/issuing/issue.h"
#include "central/issuing/revoke.h"
#include "central/seed/calendar.h"
#include "central/seed/names.h"
#include "central/seed/sectors.h"
#include "central/seed/studies.h"
#include "central/standings/refresh.h"
#include "central/store/records.h"

namespace ce::seed {
namespace {

using protocol::PrintOutcome;

constexpr int years_back = 3;
constexpr std::int64_t nine_o_clock = 9 * hour_ms;

NameKind kind_of_name(Random& random) {
  int const draw = random.below(1000);
  if (draw < 3) return NameKind::foreign;
  if (draw < 11) return NameKind::minority;
  return draw < 18 ? NameKind::rare_character : NameKind::common;
}

std::string_view area_of(Random& random, Province const& province, Place const& place) {
  constexpr auto permits = std::to_array<std::string_view>({"810000", "820000", "830000"});
  int const draw = random.below(1000);
  if (draw < 5) return random.pick(permits);
  return draw < 700 ? place.code : province.places[random.pick(province.draw)].code;
}

YearCourse course_of(Random& random, bool current) {
  int const draw = random.below(100);
  if (current) {
    if (draw < 38) return YearCourse::complete;
    if (draw < 58) return YearCourse::in_review;
    return draw < 90 ? YearCourse::partial : YearCourse::nothing;
  }
  if (draw < 82) return YearCourse::complete;
  if (draw < 84) return YearCourse::in_review;
  return draw < 95 ? YearCourse::partial : YearCourse::nothing;
}

int region_number(std::string_view code) {
  int number = 0;
  std::from_chars(code.data(), code.data() + code.size(), number);
  return number;
}

std::optional<PrintOutcome> outcome_of(Random& random) {
  int const draw = random.below(1000);
  if (draw < 940) return PrintOutcome::confirmed;
  if (draw < 985) return PrintOutcome::sent_to_printer;
  return draw < 997 ? PrintOutcome::failed : PrintOutcome::unknown;
}

}  // namespace

Result<Population::Person> Population::write_person() {
  Person person{++so_far_.people, &province_.places[random_.pick(province_.draw)], 0};
  auto const& place = *person.place;
  auto const sex = random_.below(2) == 0 ? identity::Sex::male : identity::Sex::female;
  auto const kind = kind_of_name(random_);
  auto const number = kind == NameKind::foreign
                          ? numbers_.foreign(random_, sex)
                          : numbers_.resident(random_, area_of(random_, province_, place), sex);
  auto const& employer = random_.pick(place.employers);
  person.sector = employer.sector;
  auto const created = start_of_china_day(batch_day(0, today_.year() - years_back - 1, today_));
  CE_CHECK(database_
               .prepare("INSERT INTO professionals (id, id_number, name, region, employer, created_ms) "
                        "VALUES ($1, $2, $3, $4, $5, $6)")
               .bind(1, person.id)
               .bind(2, number)
               .bind(3, make_name(random_, kind, sex))
               .bind(4, place.code)
               .bind(5, employer.id)
               .bind(6, created.ms)
               .run());
  return person;
}

Result<void> Population::write_records(Person const& person, std::vector<Study> const& studies) {
  for (auto const& study : studies) {
    std::optional<std::int64_t> host;
    if (study.host == Host::online_site) host = random_.pick(province_.online_sites);
    if (study.host == Host::institution) host = random_.pick(person.place->institutions);
    auto const created = start_of_china_day(*study.record.end).ms + 17 * hour_ms;
    CE_CHECK(store::insert_record(
        database_, {++so_far_.records, person.id, host, study.content, study.record, Instant{created}}));
  }
  return {};
}

Result<std::string> Population::issue(Person const& person, int year) {
  ++so_far_.certificates;
  auto const day = batch_day(region_number(person.place->code), year, today_);
  Instant const at{start_of_china_day(day).ms + nine_o_clock};
  return issuing::issue(database_, rules_, {person.id, year, day, at});
}

Result<void> Population::print(Person const& person, std::string const& number, Date issued) {
  auto const last = today_.days() - 1;
  auto const day = issued.days() + 1 + random_.below(120);
  if (day > last) return {};
  Instant at{start_of_china_day(Date::from_days(day)).ms + nine_o_clock + random_.below(8 * 3600) * 1000LL};
  auto const outcome = outcome_of(random_);
  CE_CHECK(prints_.write(random_, {number, person.place->kiosk, at, outcome}));
  if (outcome != PrintOutcome::failed) return {};
  at.ms += 5 * 60'000;  // the jam was cleared and the visitor tried again
  return prints_.write(random_, {number, person.place->kiosk, at, PrintOutcome::confirmed});
}

Result<void> Population::certify(Person const& person, int year) {
  bool const current = year == today_.year();
  if (random_.per_mille(current ? 300 : 60)) return {};  // the batch is still to come
  CE_TRY(auto number, issue(person, year));
  auto const day = batch_day(region_number(person.place->code), year, today_);
  if (random_.per_mille(4)) {
    auto const& reason = random_.pick(revocation_reasons());
    Instant const at{start_of_china_day(day).ms + nine_o_clock + hour_ms};
    CE_CHECK(issuing::revoke(database_, rules_, number, reason, at));
    if (&reason != &revocation_reasons()[1]) return {};
    CE_TRY(number, issue(person, year));
  }
  return random_.per_mille(current ? 450 : 800) ? print(person, number, day) : Result<void>{};
}

Result<void> Population::add_year(Person const& person, int year) {
  CE_TRY(auto const* const pack, rules_.packs.of_year(year));
  auto const course = course_of(random_, year == today_.year());
  auto const studies =
      make_studies(random_, {*pack, sectors()[person.sector], year, last_study_day(year, today_)}, course);
  CE_CHECK(write_records(person, studies));
  return course == YearCourse::complete ? certify(person, year) : Result<void>{};
}

Result<void> Population::stand(Person const& person) {
  auto const now = start_of_china_day(today_);
  CE_TRY([[maybe_unused]] auto const written,
         standings::refresh(database_, rules_, {&person.id, 1}, now, today_.year()));
  return {};
}

Result<void> Population::add_person() {
  CE_TRY(auto const person, write_person());
  for (int year = today_.year() - years_back; year <= today_.year(); ++year) CE_CHECK(add_year(person, year));
  return stand(person);
}

Summary Population::summary() const {
  auto summary = so_far_;
  summary.prints = prints_.written();
  return summary;
}

}  // namespace ce::seed
