#include "central/registration/actor.h"

#include <algorithm>

namespace ce::registration {

credit::Level level_of(std::string_view region) {
  if (region == "440000") return credit::Level::province;
  return region.ends_with("00") ? credit::Level::city : credit::Level::county;
}

bool answers_for(Actor const& actor, std::string_view industry) {
  return !industry.empty() &&
         std::find(actor.industries.begin(), actor.industries.end(), industry) != actor.industries.end();
}

audit::Author author_of(Actor const& actor) {
  return {actor.account, std::string{credit::code_of(actor.party)}, actor.region};
}

}  // namespace ce::registration
