#include "central/issuing/permission.h"

namespace ce::issuing {

Result<void> may_issue(rulebook::Rulebook const& rules, Actor const& actor, std::string_view region,
                       Instant now) {
  auto const refused = [](std::string words) {
    return Failure{FailureCode::issuing_refused, std::move(words)};
  };
  if (actor.party != credit::Party::hrss) return refused("只有人力资源社会保障部门可以办理（第十四条）");
  auto const responsible = rules.regions.issuing_code(region, china_date(now).year());
  if (rules.regions.find(responsible) == nullptr) return refused("没有代码为 " + responsible + " 的地区");
  if (actor.region != responsible || actor.level != registration::level_of(responsible)) {
    return refused("由" + rules.regions.authority_name(responsible) + "办理（第十四条）");
  }
  return {};
}

Result<void> not_for_oneself(Actor const& actor, std::int64_t professional) {
  if (actor.professional != professional) return {};
  return Failure{FailureCode::issuing_refused, "不能为本人办理，请由同事办理"};
}

Result<void> check_day(rulebook::Rulebook const& rules, int year, Date day, Instant now) {
  CE_TRY([[maybe_unused]] auto const* const pack, rules.packs.of_year(year));
  if (day > china_date(now)) return Failure{FailureCode::input_invalid, "发证日期不能晚于今天"};
  if (day.year() < year) return Failure{FailureCode::input_invalid, "发证日期不能早于证书年度"};
  return {};
}

}  // namespace ce::issuing
