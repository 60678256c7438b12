#include "central/issuing/certify.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "central/issuing/authority.h"
#include "central/issuing/sheets.h"
#include "shared/identity/name.h"

namespace ce::issuing {
namespace {

std::vector<std::string> regions_of(std::span<Part const> parts) {
  std::vector<std::string> regions;
  for (auto const& part : parts) regions.push_back(part.run.region);
  std::sort(regions.begin(), regions.end());
  regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
  return regions;
}

/// A number that no kiosk could ever put on paper. The name itself is not told.
std::string unprintable(identity::PrivateCharacter const& found) {
  std::array<char, 16> code{};
  std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(found.code));
  return "姓名第 " + std::to_string(found.place) + " 字（" + code.data() +
         "）是旧系统自造的字，证书上印不出：请先按身份证更正姓名";
}

Result<void> freeze(storage::Database& database, Reading const& reading, std::int64_t id,
                    std::span<Sheet const> sheets) {
  std::vector<FrozenVerdict const*> verdicts;
  verdicts.reserve(sheets.size());
  for (auto const& sheet : sheets) verdicts.push_back(&*sheet.who->verdict);
  return keep_verdicts(database, reading, id, verdicts);
}

}  // namespace

NumberScope scope_of(Run const& run, credit::RulePack const& pack) {
  return {run.region, run.year, run.day.year(), pack.switches.numbering};
}

std::string refusal_of(Candidate const& candidate, Run const& run) {
  if (candidate.issuing_region != run.region) return "不归本部门发证（第十四条）";
  if (!candidate.in_force.empty()) return "该年度已发证书 " + candidate.in_force;
  if (!candidate.verdict) return "该年度学习未完成（第三条）：" + candidate.missing;
  if (auto const found = identity::private_character(candidate.name)) return unprintable(*found);
  return {};
}

Result<PartNumbers> certify(storage::Database& database, rulebook::Rulebook const& rules,
                            std::span<Part const> parts) {
  CE_TRY(auto const* const pack, rules.packs.of_year(parts.front().run.year));
  auto const regions = regions_of(parts);
  std::vector<Want> wants;
  for (auto const& part : parts) wants.push_back({scope_of(part.run, *pack), part.chosen.size()});
  // Together: on a server each would be a journey of its own.
  auto authorities_asked = ask_authorities(database, regions);
  auto reading_asked = ask_reading(database, rules.packs, *pack);
  auto pause_asked = ask_pause(database);
  CE_TRY(auto numbers, take_numbers(database, wants));
  CE_CHECK(check_pause(std::move(pause_asked)));
  CE_TRY(auto const authorities, read_authorities(std::move(authorities_asked), rules, regions));
  CE_TRY(auto const reading, keep_reading(database, std::move(reading_asked), rules.packs, *pack));
  std::vector<Sheet> sheets;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const& [run, chosen] = parts[i];
    for (std::size_t j = 0; j < chosen.size(); ++j)
      sheets.push_back({&run, &chosen[j], &numbers[i][j], &authorities.at(run.region)});
  }
  // Known by the first number: none is given out twice, so no counter is needed that all counties would wait
  // for.
  auto const verdict = value_of(*sheets.front().number);
  CE_CHECK(freeze(database, reading, verdict, sheets));
  CE_CHECK(write_certificates(database, pack->switches.seal_mode, verdict, sheets));
  CE_CHECK(count_months(database, sheets));
  CE_CHECK(note_issued(database, rules, sheets));
  CE_CHECK(tell_kiosks(database, sheets));
  return numbers;
}

}  // namespace ce::issuing
