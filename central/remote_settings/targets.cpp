// Whom a change is for, and who of them is told first.
#include <algorithm>
#include <set>

#include "central/remote_settings/rows.h"
#include "central/store/digest.h"

namespace ce::remote_settings {
namespace {

Result<store::Kiosk> kiosk_of(storage::Database& database, std::string_view id) {
  auto row = database.prepare("SELECT id, region, hall FROM kiosks WHERE id = $1");
  CE_TRY(bool const there, row.bind(1, id).step());
  if (!there) return Failure{FailureCode::record_unknown, "kiosk"};
  return store::Kiosk{row.text(0), row.text(1), row.text(2)};
}

}  // namespace

Result<std::vector<store::Kiosk>> kiosks_in(storage::Database& database, std::string_view kiosk,
                                            Scope scope) {
  CE_TRY(auto const here, kiosk_of(database, kiosk));
  if (scope == Scope::kiosk) return std::vector{here};
  store::RegionScope const region{here.region};
  auto rows =
      database.prepare("SELECT id, region, hall FROM kiosks WHERE region BETWEEN $1 AND $2 ORDER BY id");
  rows.bind(1, here.region).bind(2, scope == Scope::hall ? here.region : region.last());
  std::vector<store::Kiosk> found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    if (scope == Scope::region || rows.text(2) == here.hall)
      found.push_back({rows.text(0), rows.text(1), rows.text(2)});
  }
}

Result<void> part_into_stages(std::vector<Target>& targets, FirstStage const& first) {
  std::set<std::string> told{first.chosen.begin(), first.chosen.end()};
  for (auto const& id : told) {
    bool const one_of_them =
        std::any_of(targets.begin(), targets.end(), [&](Target const& target) { return target.kiosk == id; });
    if (!one_of_them)
      return Failure{FailureCode::input_invalid, "先告知哪几台：" + id + " 不在这次修改的范围内"};
  }
  if (told.empty()) {
    if (first.percent < 1 || first.percent > 100)
      return Failure{FailureCode::input_invalid, "先告知的比例：请填 1 到 100"};
    std::vector<std::pair<std::string, std::string>> order;
    order.reserve(targets.size());
    for (auto const& target : targets) order.emplace_back(store::sha256_hex(target.kiosk), target.kiosk);
    std::sort(order.begin(), order.end());
    auto const share = (order.size() * static_cast<std::size_t>(first.percent) + 99) / 100;
    for (std::size_t i = 0; i < share; ++i) told.insert(order[i].second);
  }
  for (auto& target : targets) target.stage = told.contains(target.kiosk) ? 1 : 2;
  return {};
}

}  // namespace ce::remote_settings
