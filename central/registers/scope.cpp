#include "central/registers/register.h"

namespace ce::registers {

Names names_for(registration::Actor const& actor, store::RegionScope const& scope) {
  bool const theirs = actor.party == credit::Party::hrss && !actor.region.empty() &&
                      store::RegionScope{actor.region}.covers(scope.code);
  return theirs ? Names::whole : Names::masked;
}

}  // namespace ce::registers
