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

/// `unread` (what could not be read of that entry, by entry_of()) and what else is wrong with it, so that
/// whoever typed hears of all at once: at fields that were read, and nothing that follows from an unread one.
[[nodiscard]] std::vector<Fault> faults_beside(std::vector<Fault> unread, Entry const& entry,
                                               Actor const& actor, rulebook::Rulebook const& rules,
                                               Date today);

}  // namespace ce::registration
