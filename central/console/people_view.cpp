#include "central/console/people_view.h"

#include "central/audit/audit.h"
#include "shared/identity/mask.h"

namespace ce::console {
namespace {

using roster::Person;
using web::Tone;

constexpr int people_per_page = 50;

web::Badge state_of_person(Person const& person) {
  return person.closed ? web::Badge{Tone::bad, "已停止登记"} : web::Badge{Tone::good, "在册"};
}

std::string address_of_person(Person const& person) {
  return "/console/people/" + std::to_string(person.id);
}

// Who reviews first: the agency that hosts the file takes the employer's place (article 13).
std::string unit_of_person(Person const& person) {
  if (person.agency_name.empty()) return person.employer_name.empty() ? "—" : person.employer_name;
  return person.employer_name.empty() ? person.agency_name + "（托管）"
                                      : person.employer_name + "；" + person.agency_name + "（托管）";
}

std::string industry_of_person(Person const& person, rulebook::Industries const& industries) {
  if (!person.industry.empty()) return industries.name_of(person.industry);
  return person.employer_industry.empty() ? "未登记，专业科目无人审核认定"
                                          : industries.name_of(person.employer_industry) + "（按用人单位）";
}

Typed typed_of_person(Person const& person) {
  return {{"name", person.name.reveal()},
          {"region", person.region},
          {"employer", person.employer_name},
          {"agency", person.agency_name},
          {"industry", person.industry}};
}

std::string_view searched_by(std::string const& find) {
  if (find.empty()) return "list";
  return find.find_first_of("0123456789") == std::string::npos ? "name" : "number";
}

Result<void> note_view(Visitor const& visitor, Person const& person) {
  return visitor.store.write([&](storage::Database& database) {
    return audit::append(database, registration::author_of(visitor.actor()), audit::Action::person_viewed,
                         {"professional", std::to_string(person.id)}, audit::detail({}), visitor.now);
  });
}

}  // namespace

Result<void> note_people_searched(Visitor const& visitor, std::string_view by, std::size_t found) {
  return visitor.store.write([&](storage::Database& database) {
    return audit::append(database, registration::author_of(visitor.actor()), audit::Action::people_searched,
                         {"region", visitor.actor().region}, audit::detail({{"by", by}, {"found", found}}),
                         visitor.now);
  });
}

Result<web::RosterView> people_shown(Visitor const& visitor, std::string const& find,
                                     std::string const& after) {
  web::RosterView view{
      .filter_label = "查找人员", .action = "/console/people", .word = "查找", .posted = true};
  view.filters = {{.id = "find",
                   .label = "完整的姓名，或证件号码",
                   .kind = web::FieldKind::search,
                   .value = find,
                   .fill = "off",
                   .most = 50}};
  view.heads = {"姓名", "证件号码", "所属地区", "用人单位", "状态"};
  std::vector<Person> found;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(found, roster::people(database, {{visitor.actor().region}, find, after, people_per_page + 1},
                                 china_date(visitor.now)));
    return {};
  }));
  bool const more = found.size() > people_per_page;
  if (more) found.pop_back();
  CE_CHECK(note_people_searched(visitor, searched_by(find), found.size()));
  for (auto const& person : found) {
    view.rows.push_back({address_of_person(person),
                         person.name.reveal(),
                         {{identity::mask_id_number(person.id_number.reveal()), true},
                          {visitor.store.rules().regions.full_name(person.region)},
                          {unit_of_person(person)}},
                         state_of_person(person)});
  }
  view.told = "本页 " + std::to_string(found.size()) + " 人";
  if (more && !find.empty())
    view.told = "同名人员较多，只列出前 " + std::to_string(found.size()) + " 人，请用证件号码查找";
  if (find.empty() && (more || !after.empty())) {
    view.pager =
        web::Pager{"本页 " + std::to_string(found.size()) + " 人",
                   after.empty() ? std::string{} : std::string{"/console/people"},
                   more ? "/console/people?after=" + roster::place_of(found.back().region, found.back().id)
                        : std::string{}};
  }
  if (found.empty()) {
    view.empty = web::Empty{"people", "本地区没有这个人", "请核对姓名和证件号码；还没有建档的人员可以新增。",
                            web::Link{"/console/people/new", "人员建档"}};
  }
  return view;
}

Result<PersonShown> person_shown(Visitor const& visitor, std::int64_t id) {
  PersonShown shown;
  std::vector<roster::FormerNumber> former;
  CE_CHECK(visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(shown.person, roster::person(database, id, {visitor.actor().region}));
    CE_TRY(former, roster::former_numbers(database, id));
    return {};
  }));
  auto const& person = shown.person;
  CE_CHECK(note_view(visitor, person));
  auto& view = shown.view;
  view.heading = "基本信息";
  view.state = state_of_person(person);
  view.facts = {{"姓名", person.name.reveal()},
                {"证件号码", identity::mask_id_number(person.id_number.reveal())},
                {"所属地区", visitor.store.rules().regions.full_name(person.region)},
                {"用人单位", person.employer_name.empty() ? "—" : person.employer_name},
                {"托管机构", person.agency_name.empty() ? "—" : person.agency_name},
                {"所属行业", industry_of_person(person, visitor.store.rules().industries)},
                {"建档时间", china_minute_text(person.created)}};
  for (auto const& one : former) {
    view.facts.push_back({"改正前的号码", identity::mask_id_number(one.id_number.reveal()) + "，" +
                                              china_minute_text(one.until) + " 改正：" + one.reason});
  }
  if (person.closed) view.facts.push_back({"停止登记时间", china_minute_text(*person.closed)});
  view.acts.push_back({.heading = person.closed ? "恢复登记" : "停止登记",
                       .lead = person.closed
                                   ? "恢复后可以继续登记学习情况。"
                                   : "如离开本省、退休、去世或重复建档。停止后不再登记新的学习情况；"
                                     "已有的记录和证书保留，本人仍可查询、打印。",
                       .action = address_of_person(person),
                       .fields = {},
                       .act = person.closed ? "reopen" : "close",
                       .word = person.closed ? "恢复登记" : "停止登记",
                       .icon = person.closed ? "check" : "cross",
                       .danger = !person.closed,
                       .version = std::to_string(person.version)});
  return shown;
}

web::FormView person_form(Visitor const& visitor, Person const* own, Typed const* typed,
                          std::vector<registration::Fault> const& faults) {
  Typed const values = typed != nullptr ? *typed : own == nullptr ? Typed{} : typed_of_person(*own);
  // Into whatever region one may hand a person on.
  store::RegionScope const scope{own == nullptr ? visitor.actor().region : std::string{roster::province}};
  web::FormView view{own == nullptr ? "/console/people/new" : address_of_person(*own) + "/edit",
                     {},
                     own == nullptr ? "建档" : "保存修改",
                     own == nullptr ? "/console/people" : address_of_person(*own)};
  if (own != nullptr) view.version = std::to_string(own->version);
  if (own == nullptr) {
    view.fields.push_back({.id = "id_number",
                           .label = "证件号码",
                           .value = typed_value(values, "id_number"),
                           .required = true,
                           .hint = "居民身份证、居住证或外国人永久居留证；请与原件核对",
                           .fill = "off",
                           .most = 20,
                           .focus = true});
  }
  view.fields.push_back({.id = "name",
                         .label = "姓名",
                         .value = typed_value(values, "name"),
                         .required = true,
                         .hint = own == nullptr ? "与证件一致" : "与证件一致；已发的证书不因此改变",
                         .fill = "off",
                         .most = 50});
  view.fields.push_back({.id = "region",
                         .label = "所属地区",
                         .kind = web::FieldKind::select,
                         .value = typed_value(values, "region"),
                         .required = true,
                         .hint = own == nullptr ? "" : "转往其他地区后由该地区办理",
                         .options = region_options(visitor.store.rules().regions, scope)});
  view.fields.push_back({.id = "employer",
                         .label = "用人单位",
                         .value = typed_value(values, "employer"),
                         .hint = "登记的全称；与托管机构至少填写一项",
                         .fill = "off",
                         .most = 80,
                         .wide = true});
  view.fields.push_back({.id = "agency",
                         .label = "托管机构",
                         .value = typed_value(values, "agency"),
                         .hint = "人事档案托管在人才服务机构的，由其审核（第十三条）",
                         .fill = "off",
                         .most = 80,
                         .wide = true});
  view.fields.push_back(industry_field(visitor.store.rules().industries, typed_value(values, "industry"),
                                       "按用人单位", "从事的专业与用人单位的行业不同时选择"));
  put_faults(view.fields, faults);
  return view;
}

web::FormView number_form(Person const& own, Typed const* typed,
                          std::vector<registration::Fault> const& faults) {
  Typed const values = typed != nullptr ? *typed : Typed{};
  web::FormView view{address_of_person(own) + "/number", {}, "改正号码", address_of_person(own)};
  view.version = std::to_string(own.version);
  view.fields.push_back(
      {.id = "id_number",
       .label = "证件号码",
       .value = typed_value(values, "id_number"),
       .required = true,
       .hint = "现为 " + identity::mask_id_number(own.id_number.reveal()) + "；照证件原件填写",
       .fill = "off",
       .most = 20,
       .focus = true});
  view.fields.push_back({.id = "reason",
                         .label = "改正原因",
                         .value = typed_value(values, "reason"),
                         .required = true,
                         .hint = "写明依据，如“建档时抄错一位，已核对证件原件”",
                         .fill = "off",
                         .most = 100,
                         .wide = true});
  put_faults(view.fields, faults);
  return view;
}

roster::PersonEntry person_entry_of(Typed const& typed) {
  return {SecretText{typed_value(typed, "id_number")},
          SecretText{typed_value(typed, "name")},
          typed_value(typed, "region"),
          typed_value(typed, "employer"),
          typed_value(typed, "agency"),
          typed_value(typed, "industry")};
}

}  // namespace ce::console
