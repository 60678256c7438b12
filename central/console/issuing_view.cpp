#include "central/console/issuing_view.h"

#include <algorithm>

#include "central/console/batches_view.h"
#include "central/issuing/completion.h"
#include "central/store/person_facts.h"
#include "central/web/fields.h"
#include "shared/credit/words.h"
#include "shared/identity/mask.h"

namespace ce::console {
namespace {

constexpr int ready_per_page = 100;
constexpr int years_back = 6;

web::IssuingView::Person person_of(issuing::ReadyPerson const& person,
                                   std::vector<std::int64_t> const& picked) {
  auto const id = person.key.professional;
  return {.key = std::to_string(id),
          .picked = std::find(picked.begin(), picked.end(), id) != picked.end(),
          .name = person.name.reveal(),
          .id_number = identity::mask_id_number(person.id_number.reveal()),
          .employer = person.employer,
          .public_hours = credit::hours_number(person.done.public_subject),
          .professional_hours = credit::hours_number(person.done.professional),
          .elective_hours = credit::hours_number(person.done.elective),
          .total_hours = credit::hours_number(person.done.total)};
}

Result<std::vector<web::IssuingView::Refused>> refused_people(Visitor const& visitor,
                                                              std::vector<issuing::Refusal> const& refused) {
  constexpr std::size_t most_named = 200;
  std::vector<web::IssuingView::Refused> list;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    for (auto const& one : refused) {
      if (list.size() == most_named) return {};
      auto const person = store::person_facts(database, one.professional);
      list.push_back({person ? person->name.reveal() : "人员 " + std::to_string(one.professional), one.why});
    }
    return {};
  }));
  return list;
}

std::string address_after(int year, issuing::ReadyKey const& key) {
  return "/console/issuing?year=" + std::to_string(year) + "&region=" + key.issuing_region +
         "&after=" + std::to_string(key.professional);
}

// The authority issues what is its own level's; what lies below is issued below (article 14).
store::RegionScope own_region(Visitor const& visitor) {
  return store::RegionScope{visitor.actor().region};
}

}  // namespace

std::vector<int> issuing_years(Visitor const& visitor) {
  std::vector<int> years;
  int const now = china_date(visitor.now).year();
  for (int year = now; year > now - years_back; --year) {
    if (visitor.store.rules().packs.of_year(year)) years.push_back(year);
  }
  return years;
}

Result<web::IssuingView> issuing_shown(Visitor const& visitor, IssuingAsked const& asked,
                                       std::vector<issuing::Refusal> const& refused) {
  web::IssuingView view;
  auto const scope = own_region(visitor);
  CE_TRY(auto page, issuing::ready_list(visitor.store, {scope, asked.year, asked.after, ready_per_page}));
  CE_TRY(auto const parts, issuing::completion_by_region(visitor.store, scope, asked.year));
  std::int64_t ready = 0;
  std::int64_t below = 0;
  for (auto const& part : parts) (part.region == visitor.actor().region ? ready : below) += part.ready;
  for (auto const& person : page.people) {
    if (person.key.issuing_region == visitor.actor().region)
      view.people.push_back(person_of(person, asked.picked));
  }
  view.year = std::to_string(asked.year);
  view.batch = EntryId::make().text();
  view.told = std::to_string(asked.year) + " 年度已完成、待发证 " + web::with_commas(ready) + " 人";
  CE_TRY(view.refused, refused_people(visitor, refused));
  CE_TRY(view.batches, batches_shown(visitor));
  web::Field years{.id = "year", .label = "年度", .kind = web::FieldKind::select, .value = view.year};
  for (int const year : issuing_years(visitor))
    years.options.push_back({std::to_string(year), std::to_string(year) + " 年"});
  view.filters = {std::move(years)};
  view.fields = {{.id = "day",
                  .label = "发证日期",
                  .kind = web::FieldKind::date,
                  .value = asked.day.value_or(china_date(visitor.now).iso()),
                  .required = true,
                  .error = asked.day_fault}};
  if (asked.after.professional > 0) {
    view.after = {asked.after.issuing_region, std::to_string(asked.after.professional)};
  }
  if (view.people.empty()) {
    auto const advice =
        below > 0 ? "下辖各地还有 " + web::with_commas(below) + " 人待发证，由当地人社部门核发（第十四条）。"
                  : std::string{"学习审核认定齐全的人员会出现在这里。"};
    view.empty =
        web::Empty{"stamp", "没有待发证的人员", advice, web::Link{"/console/registers", "查看发放名册"}};
  } else if (page.after || asked.after.professional > 0) {
    view.pager =
        web::Pager{"本页 " + std::to_string(view.people.size()) + " 人",
                   asked.after.professional > 0 ? "/console/issuing?year=" + view.year : std::string{},
                   page.after && page.after->issuing_region == visitor.actor().region
                       ? address_after(asked.year, *page.after)
                       : std::string{}};
  }
  return view;
}

}  // namespace ce::console
