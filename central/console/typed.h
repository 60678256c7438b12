#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "central/registration/entry.h"
#include "central/rulebook/industries.h"
#include "central/store/rows.h"
#include "central/web/parts.h"
#include "shared/certificate/regions.h"

namespace ce::console {

/// What was typed into a form, by field.
using Typed = std::map<std::string, std::string, std::less<>>;

/// Empty where there is none.
[[nodiscard]] std::string typed_value(Typed const& typed, std::string_view name);

/// Puts each fault at the field of its label; what names none of them at the first.
void put_faults(std::vector<web::Field>& fields, std::vector<registration::Fault> const& faults);

/// Regions to choose from: those of `scope`, each with its code.
[[nodiscard]] std::vector<web::Option> region_options(certificate::Regions const& regions,
                                                      store::RegionScope const& scope);

/// The choice of an industry for a unit or a person; `none` is what choosing none means.
[[nodiscard]] web::Field industry_field(rulebook::Industries const& industries, std::string value,
                                        std::string none, std::string hint);

}  // namespace ce::console
