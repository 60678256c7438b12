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

}  // namespace ce::console
