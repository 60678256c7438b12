// Changing one item: for this kiosk, its hall or its region; for some of them first.
#include <algorithm>
#include <charconv>

#include "central/accounts/permissions.h"
#include "central/console/kiosk_settings_view.h"
#include "central/console/kiosks_view.h"
#include "central/remote_settings/shown.h"

namespace ce::console {
namespace {

using remote_settings::Scope;
using web::FieldKind;

constexpr std::size_t most_ticks = 24;
constexpr std::string_view tick_lead = "first-";

std::string field_id(std::size_t i) {
  return "value" + std::to_string(i + 1);
}

/// The kiosk and those around it: its hall, its region and what lies below.
struct Around {
  store::Kiosk kiosk;
  std::size_t in_hall = 0;
  std::vector<std::string> in_region;
};

Result<Around> around(Visitor const& visitor, std::string_view id) {
  CE_TRY(auto const lines, kiosks_of(visitor));
  auto const at =
      std::find_if(lines.begin(), lines.end(), [&](auto const& line) { return line.kiosk.id == id; });
  if (at == lines.end()) return Failure{FailureCode::record_unknown, "kiosk"};
  Around found{at->kiosk, 0, {}};
  store::RegionScope const region{at->kiosk.region};
  for (auto const& line : lines) {
    if (!region.covers(line.kiosk.region)) continue;
    found.in_region.push_back(line.kiosk.id);
    bool const hall = line.kiosk.region == at->kiosk.region && line.kiosk.hall == at->kiosk.hall;
    found.in_hall += hall ? 1 : 0;
  }
  return found;
}

web::Field field_of(kiosk_items::Field const& field, std::size_t i, std::string const& value) {
  web::Field made{.id = field_id(i),
                  .label = std::string{field.name},
                  .kind = FieldKind::text,
                  .value = value,
                  .required = !field.optional,
                  .hint = std::string{field.hint},
                  .fill = "off",
                  .mode = "numeric",
                  .most = static_cast<int>(field.longest)};
  if (field.kind == kiosk_items::Kind::version) made.mode = "text";
  if (field.kind != kiosk_items::Kind::choice) return made;
  made.kind = FieldKind::select;
  made.required = false;  // one of them is chosen always
  for (auto const& one : field.choices) {
    auto shown = std::string{one.label};
    if (!one.hint.empty()) shown.append("（").append(one.hint).append("）");
    made.options.push_back({std::string{one.value}, std::move(shown)});
  }
  return made;
}

std::string count_words(std::size_t count) {
  return "（现在 " + std::to_string(count) + " 台，以后登记的也采用）";
}

void add_scope(std::vector<web::Field>& fields, Around const& here, std::string const& region,
               Typed const& typed) {
  std::vector<web::Option> options{{"kiosk", "仅本机"}};
  options.push_back({"hall", here.kiosk.hall + "的全部终端" + count_words(here.in_hall)});
  options.push_back({"region", region + "的全部终端" + count_words(here.in_region.size())});
  fields.push_back({.id = "scope",
                    .label = "改哪些终端",
                    .kind = FieldKind::radios,
                    .value = typed_value(typed, "scope"),
                    .options = std::move(options),
                    .wide = true});
  if (here.in_region.size() < 2) return;
  fields.push_back(
      {.id = "first",
       .label = "怎样告知",
       .kind = FieldKind::radios,
       .value = typed_value(typed, "first"),
       .hint = "改多台时，可以先告知一部分，看它们采用以后再告知其余",
       .options = {{"all", "同时告知全部"}, {"share", "先告知一部分"}, {"chosen", "先告知下面选中的"}},
       .wide = true});
  fields.push_back({.id = "percent",
                    .label = "先告知百分之几",
                    .value = typed_value(typed, "percent"),
                    .hint = "1 到 99，至少一台；每次都是同样的几台在先",
                    .fill = "off",
                    .mode = "numeric",
                    .most = 2,
                    .wide = true});
  if (here.in_region.size() > most_ticks) return;
  for (auto const& id : here.in_region) {
    auto const name = std::string{tick_lead} + id;
    fields.push_back(
        {.id = name, .label = "先告知 " + id, .kind = FieldKind::tick, .value = typed_value(typed, name)});
  }
}

Typed values_as_typed(kiosk_items::Item const& item, std::vector<remote_settings::ItemShown> const& items) {
  Typed typed{{"scope", "kiosk"}, {"first", "all"}, {"percent", "10"}};
  auto const at =
      std::find_if(items.begin(), items.end(), [&](auto const& one) { return one.item == &item; });
  if (at == items.end()) return typed;
  auto const& values = at->present.empty() && at->last ? at->last->new_values : at->present;
  for (std::size_t i = 0; i < values.size(); ++i) typed.emplace(field_id(i), values[i]);
  return typed;
}

kiosk_items::Values values_typed(kiosk_items::Item const& item, Typed const& typed) {
  kiosk_items::Values values;
  for (std::size_t i = 0; i < item.fields.size(); ++i) values.push_back(typed_value(typed, field_id(i)));
  return values;
}

Result<remote_settings::FirstStage> first_stage(Typed const& typed) {
  remote_settings::FirstStage first;
  auto const how = typed_value(typed, "first");
  if (how == "share") {
    auto const text = typed_value(typed, "percent");
    auto const read = std::from_chars(text.data(), text.data() + text.size(), first.percent);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || first.percent < 1 ||
        first.percent > 99)
      return Failure{FailureCode::input_invalid, "先告知百分之几：请填 1 到 99"};
  }
  if (how != "chosen") return first;
  for (auto const& [name, value] : typed) {
    if (name.starts_with(tick_lead) && !value.empty()) first.chosen.push_back(name.substr(tick_lead.size()));
  }
  if (first.chosen.empty()) return Failure{FailureCode::input_invalid, "怎样告知：请选中先告知的终端"};
  return first;
}

}  // namespace

Result<SettingForm> setting_form(Visitor const& visitor, std::string_view kiosk, std::string_view code,
                                 Typed const* typed, std::string const& error) {
  auto const* const item = kiosk_items::find(code);
  if (item == nullptr) return Failure{FailureCode::record_unknown, "item"};
  CE_TRY(auto const here, around(visitor, kiosk));
  CE_TRY(auto const items, remote_settings::items_of(visitor.store, kiosk));
  auto const values = typed != nullptr ? *typed : values_as_typed(*item, items);
  auto const page = "/console/kiosks/" + here.kiosk.id;
  SettingForm form{std::string{item->name}, std::string{item->about}, {}};
  form.view = {page + "/settings/" + std::string{code}, {}, "下达", page};
  auto& fields = form.view.fields;
  for (std::size_t i = 0; i < item->fields.size(); ++i)
    fields.push_back(field_of(item->fields[i], i, typed_value(values, field_id(i))));
  add_scope(fields, here, visitor.store.rules().regions.full_name(here.kiosk.region), values);
  if (error.empty()) return form;
  auto const faults = kiosk_items::faults_of(*item, values_typed(*item, values));
  for (auto const& fault : faults) fields.at(fault.field).error = fault.wrong;
  auto const at = std::find_if(fields.begin(), fields.end(),
                               [&](web::Field const& one) { return error.starts_with(one.label + "："); });
  if (at == fields.end() && !faults.empty()) return form;
  auto& said = (at == fields.end() ? fields.front() : *at).error;
  if (said.empty()) said = error;
  return form;
}

Result<std::int64_t> set_item(Visitor const& visitor, std::string_view kiosk, std::string_view code,
                              Typed const& typed) {
  auto const* const item = kiosk_items::find(code);
  if (item == nullptr) return Failure{FailureCode::record_unknown, "item"};
  CE_TRY(auto const here, around(visitor, kiosk));
  remote_settings::Change change{.kiosk = here.kiosk.id, .item = std::string{code}, .values = {}};
  change.values = values_typed(*item, typed);
  auto const scope = typed_value(typed, "scope");
  if (scope == "hall") change.scope = Scope::hall;
  if (scope == "region") change.scope = Scope::region;
  if (change.scope != Scope::kiosk) {
    CE_TRY(change.first, first_stage(typed));
  }
  return remote_settings::set(visitor.store, accounts::keeper_of(visitor.who), change, visitor.now);
}

}  // namespace ce::console
