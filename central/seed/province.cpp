#include "central/seed/province.h"

#include <algorithm>
#include <string_view>

#include "central/seed/sectors.h"

namespace ce::seed {
namespace {

using certificate::Region;
using certificate::RegionLevel;

constexpr int people_per_employer = 25;
constexpr std::string_view province_name = "广东省";

/// Rough shares of the province's professionals, in a hundredth or so each.
int weight_of_city(std::string_view code) {
  constexpr std::pair<std::string_view, int> weights[] = {
      {"4401", 21}, {"4403", 22}, {"4406", 9}, {"4419", 9}, {"4413", 5}, {"4407", 4},
      {"4404", 4},  {"4405", 4},  {"4408", 4}, {"4420", 4}, {"4400", 3}};
  for (auto const& [city, weight] : weights) {
    if (code.starts_with(city)) return weight;
  }
  return 2;
}

std::vector<Place> places_of(certificate::Regions const& regions) {
  std::vector<Place> places;
  for (auto const& region : regions.all()) {
    auto name = regions.full_name(region.code);
    if (region.level != RegionLevel::province) name.erase(0, province_name.size());
    places.push_back({region.code, std::move(name), {}, {}, "seed-" + region.code.substr(0, 4)});
  }
  return places;
}

/// A city's weight is shared by the city itself and its counties.
std::vector<std::size_t> draw_of(std::vector<Place> const& places) {
  std::vector<std::size_t> draw;
  for (std::size_t i = 0; i < places.size(); ++i) {
    auto const city = std::string_view{places[i].code}.substr(0, 4);
    auto const in_city = std::count_if(places.begin(), places.end(),
                                       [&](Place const& place) { return place.code.starts_with(city); });
    draw.insert(draw.end(), static_cast<std::size_t>(std::max(weight_of_city(city) * 12 / in_city, 1L)), i);
  }
  return draw;
}

Result<void> add_employer(storage::Database& database, Place& place, Random& random, std::int64_t id) {
  auto const sector = static_cast<std::size_t>(random.below(static_cast<int>(sectors().size())));
  std::string name = place.name;
  name += random.pick(sectors()[sector].employers);
  place.employers.push_back({id, sector});
  return database
      .prepare("INSERT INTO employers (id, name, region, provincial, industry) VALUES ($1, $2, $3, $4, $5)")
      .bind(1, id)
      .bind(2, name)
      .bind(3, place.code)
      .bind(4, place.code == "440000")
      .bind(5, sectors()[sector].industry)
      .run();
}

Result<void> add_institution(storage::Database& database, std::int64_t id, std::string const& name,
                             std::string const& region, bool online) {
  return database
      .prepare("INSERT INTO institutions (id, name, region, approved_online) VALUES ($1, $2, $3, $4)")
      .bind(1, id)
      .bind(2, name)
      .bind(3, region)
      .bind(4, online)
      .run();
}

Result<void> add_institutions(storage::Database& database, Province& province) {
  std::int64_t id = 0;
  for (auto const* name : {"广东省专业技术人员网络学习平台", "南粤继续教育在线"}) {
    CE_CHECK(add_institution(database, ++id, name, "440000", true));
    province.online_sites.push_back(id);
  }
  for (auto& place : province.places) {
    CE_CHECK(add_institution(database, ++id, place.name + "继续教育基地", place.code, false));
    place.institutions.push_back(id);
    if (!place.code.ends_with("00")) continue;
    CE_CHECK(add_institution(database, ++id, place.name + "职业技术学院", place.code, false));
    place.institutions.push_back(id);
  }
  return {};
}

Result<void> add_kiosks(storage::Database& database, Province const& province, Instant created) {
  for (auto const& place : province.places) {
    if (!place.code.ends_with("00")) continue;
    // What is kept is no SHA-256 of anything, so nobody can speak for these kiosks.
    CE_CHECK(
        database
            .prepare(
                "INSERT INTO kiosks (id, region, hall, key_hash, enrolled_ms) VALUES ($1, $2, $3, $4, $5)")
            .bind(1, place.kiosk)
            .bind(2, place.code)
            .bind(3, place.name + "人力资源和社会保障服务大厅")
            .bind(4, "none: " + place.kiosk)
            .bind(5, created.ms)
            .run());
  }
  return {};
}

}  // namespace

Result<Province> make_province(storage::Database& database, certificate::Regions const& regions,
                               Random& random, int people, Instant created) {
  Province province;
  province.places = places_of(regions);
  province.draw = draw_of(province.places);
  auto const places = static_cast<int>(province.places.size());
  for (int i = 0; i < std::max(places, people / people_per_employer); ++i) {
    auto const at = i < places ? static_cast<std::size_t>(i) : random.pick(province.draw);
    CE_CHECK(add_employer(database, province.places[at], random, i + 1));
  }
  CE_CHECK(add_institutions(database, province));
  CE_CHECK(add_kiosks(database, province, created));
  return province;
}

}  // namespace ce::seed
