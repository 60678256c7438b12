#include <algorithm>

#include "central/registers/register.h"

namespace ce::registers {

std::vector<store::RegionScope> scopes_of(certificate::Regions const& regions,
                                          store::RegionScope const& scope) {
  std::vector<store::RegionScope> all{scope};
  for (auto& code : regions.predecessors(scope.code)) {
    if (!scope.covers(code)) all.push_back({std::move(code)});
  }
  std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.code < b.code; });
  return all;
}

bool holds(certificate::Regions const& regions, store::RegionScope const& own, std::string_view region) {
  auto const all = scopes_of(regions, own);
  return std::any_of(all.begin(), all.end(), [&](auto const& scope) { return scope.covers(region); });
}

Names names_for(certificate::Regions const& regions, registration::Actor const& actor,
                store::RegionScope const& scope) {
  bool const theirs = actor.party == credit::Party::hrss && !actor.region.empty() &&
                      holds(regions, store::RegionScope{actor.region}, scope.code);
  return theirs ? Names::whole : Names::masked;
}

}  // namespace ce::registers
