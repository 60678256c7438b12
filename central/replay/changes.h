#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/issuing/record_facts.h"

namespace ce::replay {

/// One fact of a record, then and now, in words.
struct FactChange {
  std::string_view field;  // "学时"
  std::string was;
  std::string is;
};

/// A record that a verdict rests on and that is not any more what it was. No facts: it is gone.
struct RecordChange {
  std::int64_t record = 0;
  bool missing = false;
  std::vector<FactChange> facts;
};

/// What differs between the record as frozen and as stored; nothing where it is the same. The recognition of
/// a record that counted before it (approved sites, by switch) is no change.
[[nodiscard]] std::optional<RecordChange> change_of(issuing::FrozenRecord const& was,
                                                    issuing::FrozenRecord const& is);

}  // namespace ce::replay
