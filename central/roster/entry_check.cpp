#include "central/roster/entry_check.h"

#include "central/registration/plain_form.h"
#include "central/roster/unit_table.h"
#include "shared/base/text.h"
#include "shared/identity/id_number.h"
#include "shared/identity/name.h"

namespace ce::roster {
namespace {

constexpr std::size_t most_unit_name = 60;
constexpr std::size_t least_unit_name = 2;
constexpr std::size_t region_digits = 6;

/// A unit as it is named in a person's entry: by its full name, and its region where several have that name.
struct NamedUnit {
  std::string name;
  store::RegionScope scope;
};

// "广东设计院（440106）"; plain_form() has made the brackets half-width.
NamedUnit named_unit(std::string const& typed) {
  NamedUnit named{typed, {}};
  auto const open = typed.rfind('(');
  if (open == std::string::npos || typed.size() != open + region_digits + 2 || typed.back() != ')')
    return named;
  auto const code = typed.substr(open + 1, region_digits);
  if (code.find_first_not_of("0123456789") != std::string::npos) return named;
  named.name = registration::plain_form(typed.substr(0, open));
  named.scope.code = code;
  return named;
}

// The name that is kept has the brackets that were typed, so both ways of writing them are looked for.
std::string full_width_brackets(std::string text) {
  for (auto const& [half, full] : {std::pair{"(", "（"}, std::pair{")", "）"}}) {
    for (auto at = text.find(half); at != std::string::npos; at = text.find(half, at + 3))
      text.replace(at, 1, full);
  }
  return text;
}

Result<std::vector<std::int64_t>> units_called(storage::Database& database, UnitKind kind,
                                               NamedUnit const& named) {
  CE_TRY(auto found, store::units_named(database, kind, named.name, named.scope));
  if (!found.empty()) return found;
  return store::units_named(database, kind, full_width_brackets(named.name), named.scope);
}

Result<std::optional<std::int64_t>> find_unit(storage::Database& database, accounts::Keeper const& keeper,
                                              UnitKind kind, std::string const& typed,
                                              std::string const& label, std::optional<std::int64_t> now_in,
                                              std::vector<Fault>& faults) {
  auto const plain = registration::plain_form(typed);
  if (plain.empty()) return std::optional<std::int64_t>{};
  auto const named = named_unit(plain);
  CE_TRY(auto const found, units_called(database, kind, named));
  if (found.empty()) {
    faults.push_back({label, "没有这个单位，或者已停用", "请按登记的全称填写；新单位请先在“单位”中登记"});
  } else if (found.size() > 1) {
    faults.push_back({label, "有几个同名单位", "请在名称后注明地区代码，如“" + named.name + "（440106）”"});
  }
  if (found.size() != 1) return std::optional<std::int64_t>{};
  CE_TRY(auto const one, unit(database, kind, found.front()));
  if (one.provincial && keeper.region != province && now_in != one.id) {
    faults.push_back({label, "是省直属单位", "请由省人力资源和社会保障厅办理"});
  }
  return std::optional{one.id};
}

Result<bool> same_unit_there(storage::Database& database, SeenUnit const& own, UnitEntry const& entry) {
  auto row =
      database.prepare(std::string{"SELECT 1 FROM "}
                           .append(table_of(own.kind))
                           .append(" WHERE name = $1 AND region = $2 AND id <> $3 AND closed_ms IS NULL"));
  row.bind(1, entry.name).bind(2, entry.region).bind(3, own.id);
  return row.step();
}

std::string number_fault(identity::IdReason reason) {
  switch (reason) {
    case identity::IdReason::length:
      return "位数不对";
    case identity::IdReason::birth_date:
    case identity::IdReason::birth_future:
      return "其中的出生日期不对";
    case identity::IdReason::check_digit:
      return "校验位不对，可能有一位写错";
    default:
      return "不是证件号码";
  }
}

void check_region(rulebook::Rulebook const& rules, accounts::Keeper const& keeper, bool moves,
                  std::string const& region, std::vector<Fault>& faults) {
  if (rules.regions.find(region) == nullptr) {
    faults.push_back({"所属地区", "没有这个地区", "请选择，或填写六位地区代码，如 440106"});
  } else if (!moves && !keeps_people(keeper, region)) {
    faults.push_back({"所属地区", "不归本部门管理", "请选择本地区"});
  }
}

/// A code or a name becomes the code.
void check_industry(rulebook::Rulebook const& rules, std::string& typed, std::vector<Fault>& faults) {
  auto const plain = registration::plain_form(typed);
  if (plain.empty()) {
    typed.clear();
    return;
  }
  auto const* const one = rules.industries.named(plain);
  if (one == nullptr) {
    faults.push_back({"所属行业", "没有这个行业", "请选择，或按行业目录填写名称"});
  } else {
    typed = one->code;
  }
}

}  // namespace

Result<void> check_number(storage::Database& database, accounts::Keeper const& keeper,
                          PersonEntry const& entry, Date today, CheckedPerson& checked,
                          std::optional<std::int64_t>& known) {
  auto const examined =
      identity::examine_id_number(registration::plain_form(entry.id_number.reveal()), today);
  if (!examined.valid) {
    checked.faults.push_back({"证件号码", number_fault(examined.reason), "请与证件原件核对"});
    return {};
  }
  checked.id_number = examined.canonical;
  auto row = database.prepare("SELECT id, region FROM professionals WHERE id_number = $1");
  CE_TRY(bool const there, row.bind(1, examined.canonical).step());
  if (!there) return {};
  known = row.integer(0);
  bool const ours = keeps_people(keeper, row.text(1));
  checked.faults.push_back({"证件号码", ours ? "此人已经建档" : "此人已在其他地区建档",
                            ours ? "请在“人员”中查找后修改" : "请由原地区办理转出"});
  return {};
}

Result<std::vector<Fault>> check_unit(storage::Database& database, rulebook::Rulebook const& rules,
                                      accounts::Keeper const& keeper, SeenUnit const& own, UnitEntry& entry) {
  std::vector<Fault> faults;
  entry.name = full_width_brackets(registration::plain_form(entry.name));
  entry.provincial = entry.provincial && own.kind == UnitKind::employer;
  auto const characters = decode_utf8(entry.name);
  if (!characters || characters->size() < least_unit_name || characters->size() > most_unit_name ||
      !identity::is_plain_text(entry.name)) {
    faults.push_back({"单位名称", "应为 2 到 60 个字", "请填写登记证书上的全称"});
  }
  if (rules.regions.find(entry.region) == nullptr) {
    faults.push_back({"所属地区", "没有这个地区", "请选择"});
  } else if (!keeps_units(keeper, entry.region, false)) {
    faults.push_back({"所属地区", "不归本部门管理", "请选择本地区"});
  } else if (!keeps_units(keeper, entry.region, entry.provincial)) {
    faults.push_back({"省直属单位", "由省人力资源和社会保障厅登记", "请取消勾选"});
  }
  if (own.kind != UnitKind::employer) entry.industry.clear();
  check_industry(rules, entry.industry, faults);
  if (!faults.empty()) return faults;
  CE_TRY(bool const twice, same_unit_there(database, own, entry));
  if (twice) faults.push_back({"单位名称", "本地区已有同名的单位", "请先查找，不要重复登记"});
  return faults;
}

Result<CheckedPerson> check_person(storage::Database& database, rulebook::Rulebook const& rules,
                                   accounts::Keeper const& keeper, Person const* own,
                                   PersonEntry const& entry, Date today, std::optional<std::int64_t>& known) {
  CheckedPerson checked;
  auto& faults = checked.faults;
  if (own == nullptr) CE_CHECK(check_number(database, keeper, entry, today, checked, known));
  auto const name = identity::checked_name(registration::plain_form(entry.name.reveal()));
  if (name) {
    checked.name = *name;
  } else {
    faults.push_back({"姓名", "为空、超过 50 字或含有不能显示的字符", "请与证件一致"});
  }
  checked.industry = entry.industry;
  check_industry(rules, checked.industry, faults);
  checked.region = registration::plain_form(entry.region);
  check_region(rules, keeper, own != nullptr, checked.region, faults);
  auto const employed_in = own == nullptr ? std::nullopt : own->employer;
  CE_TRY(checked.employer,
         find_unit(database, keeper, UnitKind::employer, entry.employer, "用人单位", employed_in, faults));
  CE_TRY(checked.agency,
         find_unit(database, keeper, UnitKind::talent_agency, entry.agency, "托管机构", {}, faults));
  // Article 13 begins with one of the two; records of whom neither looks after would wait for ever.
  if (registration::plain_form(entry.employer).empty() && registration::plain_form(entry.agency).empty()) {
    faults.push_back({"用人单位", "用人单位和托管机构都没有填写", "至少填写一项，否则无人审核其学习记录"});
  }
  return checked;
}

}  // namespace ce::roster
