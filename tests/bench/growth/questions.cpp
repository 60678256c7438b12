#include "bench/growth/questions.h"

#include <cstdio>
#include <cstdlib>

#include "central/feed/feed.h"
#include "central/issuing/batch.h"
#include "central/registers/register.h"
#include "central/review/work_list.h"
#include "central/verification/look_up.h"

namespace ce::bench {
namespace {

constexpr int batch_people = 32;  // a small store's county has no more to spare

void expect(bool right, char const* what) {
  if (right) return;
  std::fprintf(stderr, "%s: not the answer it has to be\n", what);
  std::exit(1);
}

void person_year(Filled& filled) {
  auto const years =
      value_of(filled.store->person_years(SecretText{id_number_of(filled.person())}, {}, today));
  expect(years.has_value(), "a person's years");
}

void verification(Filled& filled) {
  auto const told = value_of(verification::look_up(*filled.store, filled.number(), std::nullopt));
  expect(told.state == protocol::VerificationState::valid, "a verification");
}

void page_of_list(Filled& filled, std::string const& region) {
  // From anywhere that leaves a page of a county, which has one item of every so many people.
  auto const behind = filled.size - 60 * static_cast<std::int64_t>(filled.province.regions.size());
  review::WorkFilter const filter{.after = behind > 0 ? filled.one_of(behind) * twelve_each.count : 0};
  expect(value_of(review::work_list(*filled.store, clerk_of(region), filter)).items.size() == 50,
         "a page of the work list");
}

std::string const& chance_county(Filled& filled) {
  auto const& regions = filled.province.regions;
  return regions[static_cast<std::size_t>(filled.one_of(static_cast<std::int64_t>(regions.size())) - 1)];
}

void work_page(Filled& filled) {
  page_of_list(filled, chance_county(filled));
}

// What waits is at no level of its own, so that a city and the province have it too.
void city_work_page(Filled& filled) {
  page_of_list(filled, "440100");
}

void province_work_page(Filled& filled) {
  page_of_list(filled, "440000");
}

void register_page(Filled& filled) {
  registers::Filter const filter{.scope = {}, .year = 2026};
  // From a number whose followers fill a page.
  auto const after = filled.number();
  auto const& regions = filled.province.regions;
  bool const last = after.substr(0, 6) >= regions[regions.size() - 10];
  auto const page = value_of(registers::lines_of(*filled.store, filter, {last ? "" : after, 0, ""}));
  expect(page.lines.size() == 100, "a page of the register");
}

void delta_page(Filled& filled) {
  // The first two of a kiosk that begins: a small store's county has no more.
  feed::Question question{
      .region = chance_county(filled), .cursor = {}, .limit = 20, .kinds = "certificate,standing"};
  auto const first = value_of(feed::changes_page(*filled.store, question));
  question.cursor = first.cursor;
  expect(value_of(feed::changes_page(*filled.store, question)).changes.size() == 20, "a page of the delta");
}

void batch(Filled& filled) {
  auto const regions = filled.province.regions.size();
  auto const at = filled.next_region++;
  expect(at < regions, "a region left to issue in");
  issuing::BatchOrder order{EntryId::make(), 2025, china_date(today), {}};
  auto const first = static_cast<std::int64_t>(at == 0 ? regions : at);
  for (int i = 0; i < batch_people; ++i)
    order.people.push_back(first + i * static_cast<std::int64_t>(regions));
  auto const report =
      value_of(issuing::issue_batch(*filled.store, clerk_of(filled.province.regions[at]), order, today));
  expect(report.issued == batch_people, "a batch");
}

}  // namespace

std::array<Question, 8> const& questions() {
  static constexpr std::array<Question, 8> all{{{"person_year", 400, person_year},
                                                {"verification", 1000, verification},
                                                {"work_page", 200, work_page},
                                                {"city_work_page", 200, city_work_page},
                                                {"province_work_page", 200, province_work_page},
                                                {"register_page", 200, register_page},
                                                {"delta_page", 200, delta_page},
                                                {"batch", 16, batch}}};
  return all;
}

}  // namespace ce::bench
