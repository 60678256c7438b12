#include "central/console/units_view.h"

#include "central/web/fields.h"
#include "central/web/html.h"

namespace ce::console {
namespace {

using roster::Unit;
using roster::UnitKind;
using web::Tone;

constexpr int units_per_page = 50;

store::RegionScope scope_of_units(Visitor const& visitor) {
  bool const everywhere = visitor.who.role == accounts::Role::system_operator;
  return store::RegionScope{everywhere ? std::string{roster::province} : visitor.actor().region};
}

accounts::Keeper keeper_here(Visitor const& visitor) {
  return accounts::keeper_of(visitor.who);
}

web::Badge state_of_unit(Unit const& unit) {
  if (unit.closed) return {Tone::bad, "已停用"};
  if (unit.approved_online) return {Tone::info, "网上学习已审定", "globe"};
  return unit.provincial ? web::Badge{Tone::good, "省直属"} : web::Badge{Tone::good, "在用"};
}

std::string list_address(UnitsAsked const& asked) {
  auto address = "/console/units?kind=" + std::string{roster::word_of(asked.kind)};
  if (!asked.part.empty()) address += "&name=" + web::url_text(asked.part);
  return address;
}

std::vector<web::Option> kind_options() {
  std::vector<web::Option> options;
  for (std::size_t i = 0; i < roster::unit_kind_words.size(); ++i) {
    options.push_back({std::string{roster::unit_kind_words.at(i)}, chinese_of(static_cast<UnitKind>(i))});
  }
  return options;
}

void put_closing(Unit const& unit, roster::Dependants const& left, web::DetailView& view) {
  std::string lead = unit.closed ? "恢复后可以重新开设或恢复账号、登记人员。"
                                 : "停用后不能再选用，在用的账号（" + std::to_string(left.accounts) +
                                       " 个）立即停用；已有的学习记录和证书保留。";
  view.acts.push_back({.heading = unit.closed ? "恢复单位" : "停用单位",
                       .lead = std::move(lead),
                       .action = address_of(unit.kind, unit.id),
                       .fields = {},
                       .act = unit.closed ? "reopen" : "close",
                       .word = unit.closed ? "恢复单位" : "停用单位",
                       .icon = unit.closed ? "check" : "cross",
                       .danger = !unit.closed,
                       .version = std::to_string(unit.version)});
}

void put_approval(Unit const& unit, web::DetailView& view) {
  bool const approved = unit.approved_online;
  view.acts.push_back({.heading = approved ? "撤回网上学习审定" : "审定网上学习系统",
                       .lead = approved ? "撤回后其接入密钥立即失效，不能再自动登记；已登记的记录保留。"
                                        : "经省人力资源和社会保障厅审定的网上学习系统，由系统自动登记学习情况"
                                          "（第四条第四项、第十二条）。审定后由运维人员在“学习网站”接入。",
                       .action = address_of(unit.kind, unit.id),
                       .fields = {},
                       .act = approved ? "withdraw" : "approve",
                       .word = approved ? "撤回审定" : "审定通过",
                       .icon = approved ? "cross" : "globe",
                       .danger = approved,
                       .version = std::to_string(unit.version)});
}

}  // namespace

std::string address_of(UnitKind kind, std::int64_t id) {
  return "/console/units/" + std::string{roster::word_of(kind)} + "/" + std::to_string(id);
}

std::string chinese_of(UnitKind kind) {
  return std::string{accounts::chinese_of(roster::role_of(kind))};
}

Result<web::RosterView> units_shown(Visitor const& visitor, UnitsAsked const& asked) {
  web::RosterView view{.filter_label = "筛选单位", .action = "/console/units", .word = "查找"};
  view.filters = {{.id = "kind",
                   .label = "类别",
                   .kind = web::FieldKind::select,
                   .value = std::string{roster::word_of(asked.kind)},
                   .options = kind_options()},
                  {.id = "name",
                   .label = "名称中的几个字",
                   .kind = web::FieldKind::search,
                   .value = asked.part,
                   .fill = "off",
                   .most = 60}};
  view.heads = {"单位名称", "所属地区", "状态"};
  std::vector<Unit> found;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(found, roster::units(database, {asked.kind, scope_of_units(visitor), asked.part, asked.after,
                                           units_per_page + 1}));
    return {};
  }));
  bool const more = found.size() > units_per_page;
  if (more) found.pop_back();
  auto const& regions = visitor.store.rules().regions;
  for (auto const& unit : found) {
    view.rows.push_back(
        {address_of(unit.kind, unit.id), unit.name, {{regions.full_name(unit.region)}}, state_of_unit(unit)});
  }
  view.told = chinese_of(asked.kind) + "，本页 " + std::to_string(found.size()) + " 个";
  if (more || !asked.after.empty()) {
    auto const here = list_address(asked);
    view.pager = web::Pager{
        "本页 " + std::to_string(found.size()) + " 个", asked.after.empty() ? std::string{} : here,
        more ? here + "&after=" + roster::place_of(found.back().region, found.back().id) : std::string{}};
  }
  if (found.empty()) {
    view.empty = web::Empty{"building", "没有符合条件的单位", "核对名称后再查；还没有登记的单位可以新增。",
                            web::Link{"/console/units/new?kind=" + std::string{roster::word_of(asked.kind)},
                                      "登记" + chinese_of(asked.kind)}};
  }
  return view;
}

Result<UnitShown> unit_shown(Visitor const& visitor, UnitKind kind, std::int64_t id) {
  UnitShown shown;
  roster::Dependants left;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(shown.unit, roster::unit(database, kind, id));
    CE_TRY(left, roster::dependants(database, shown.unit));
    return {};
  }));
  auto const& unit = shown.unit;
  auto const keeper = keeper_here(visitor);
  if (!roster::keeps_units(keeper, unit.region, false)) return Failure{FailureCode::record_unknown, "unit"};
  shown.kept = roster::keeps_units(keeper, unit.region, unit.provincial);
  auto& view = shown.view;
  view.heading = chinese_of(kind);
  view.state = state_of_unit(unit);
  view.facts = {{"单位名称", unit.name}, {"所属地区", visitor.store.rules().regions.full_name(unit.region)}};
  if (kind == UnitKind::employer) {
    view.facts.push_back({"隶属", unit.provincial ? "省直属单位" : "市、县（区）单位"});
    view.facts.push_back({"所属行业", unit.industry.empty()
                                          ? "未登记，专业科目无人审核认定"
                                          : visitor.store.rules().industries.name_of(unit.industry)});
  }
  if (kind == UnitKind::institution)
    view.facts.push_back({"网上学习", unit.approved_online ? "省人社厅已审定" : "未审定"});
  if (kind != UnitKind::institution) {
    view.facts.push_back(
        {kind == UnitKind::employer ? "专业技术人员" : "托管档案", web::with_commas(left.people) + " 人"});
    view.facts.push_back({"等待其审核", web::with_commas(left.waiting) + " 条"});
  }
  view.facts.push_back({"在用账号", web::with_commas(left.accounts) + " 个"});
  if (unit.closed) view.facts.push_back({"停用时间", china_minute_text(*unit.closed)});
  if (!shown.kept) return shown;
  if (kind == UnitKind::institution && !unit.closed && roster::approves_online(keeper))
    put_approval(unit, view);
  put_closing(unit, left, view);
  return shown;
}

web::FormView unit_form(Visitor const& visitor, UnitKind kind, Unit const* own, Typed const* typed,
                        std::vector<registration::Fault> const& faults) {
  Typed const values = typed != nullptr ? *typed
                       : own == nullptr ? Typed{}
                                        : Typed{{"name", own->name},
                                                {"region", own->region},
                                                {"industry", own->industry},
                                                {"provincial", own->provincial ? "yes" : ""}};
  web::FormView view{own == nullptr ? "/console/units/new?kind=" + std::string{roster::word_of(kind)}
                                    : address_of(kind, own->id) + "/edit",
                     {{.id = "name",
                       .label = "单位名称",
                       .value = typed_value(values, "name"),
                       .required = true,
                       .hint = "登记证书上的全称",
                       .fill = "off",
                       .most = 60,
                       .wide = true,
                       .focus = true},
                      {.id = "region",
                       .label = "所属地区",
                       .kind = web::FieldKind::select,
                       .value = typed_value(values, "region"),
                       .required = true,
                       .options = region_options(visitor.store.rules().regions, scope_of_units(visitor))}},
                     own == nullptr ? "登记单位" : "保存修改",
                     own == nullptr ? "/console/units?kind=" + std::string{roster::word_of(kind)}
                                    : address_of(kind, own->id)};
  if (own != nullptr) view.version = std::to_string(own->version);
  if (kind == UnitKind::employer)
    view.fields.push_back(industry_field(visitor.store.rules().industries, typed_value(values, "industry"),
                                         "未登记",
                                         "其人员的专业科目由该行业主管部门审核认定（第十三条第二项）"));
  if (kind == UnitKind::employer && roster::keeps_units(keeper_here(visitor), roster::province, true)) {
    view.fields.push_back({.id = "provincial",
                           .label = "省直属单位",
                           .kind = web::FieldKind::tick,
                           .value = typed_value(values, "provincial"),
                           .hint = "其人员的证书由省人力资源和社会保障厅发放（第十四条）",
                           .wide = true});
  }
  put_faults(view.fields, faults);
  return view;
}

roster::UnitEntry unit_entry(Typed const& typed) {
  return {typed_value(typed, "name"), typed_value(typed, "region"), !typed_value(typed, "provincial").empty(),
          typed_value(typed, "industry")};
}

}  // namespace ce::console
