#pragma once

#include "central/registration/actor.h"
#include "central/registration/entry.h"
#include "central/rulebook/rulebook.h"
#include "shared/base/date.h"

namespace ce::registration {

/// What can be said of an entry without the store: words, figures, whether that party registers such study
/// (article 4), and whether its year has a rule pack.
[[nodiscard]] std::vector<Fault> faults_of(Entry const& entry, Actor const& actor,
                                           rulebook::Rulebook const& rules, Date today);

}  // namespace ce::registration
