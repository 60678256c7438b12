#include "central/console/typed.h"

#include <algorithm>

namespace ce::console {

std::string typed_value(Typed const& typed, std::string_view name) {
  auto const at = typed.find(name);
  return at == typed.end() ? std::string{} : at->second;
}

void put_faults(std::vector<web::Field>& fields, std::vector<registration::Fault> const& faults) {
  for (auto const& fault : faults) {
    auto const named = std::find_if(fields.begin(), fields.end(),
                                    [&](web::Field const& field) { return field.label == fault.field; });
    auto& field = named == fields.end() ? fields.front() : *named;
    if (field.error.empty()) field.error = fault.wrong + "；" + fault.remedy;
  }
}

std::vector<web::Option> region_options(certificate::Regions const& regions,
                                        store::RegionScope const& scope) {
  std::vector<web::Option> options;
  for (auto const& region : regions.all()) {
    if (scope.covers(region.code))
      options.push_back({region.code, regions.full_name(region.code) + "（" + region.code + "）"});
  }
  return options;
}

web::Field industry_field(rulebook::Industries const& industries, std::string value, std::string none,
                          std::string hint) {
  web::Field field{.id = "industry",
                   .label = "所属行业",
                   .kind = web::FieldKind::select,
                   .value = std::move(value),
                   .hint = std::move(hint)};
  field.options = {{"", std::move(none)}};
  for (auto const& one : industries.all()) field.options.push_back({one.code, one.name});
  return field;
}

}  // namespace ce::console
