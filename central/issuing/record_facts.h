#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "central/store/records.h"

namespace ce::issuing {

/// A record as it was when a verdict was frozen on it.
struct FrozenRecord {
  std::int64_t id = 0;
  credit::Record record;
  std::string content_digest;  // of its content, which judging does not read
};

[[nodiscard]] FrozenRecord frozen(store::StoredRecord const& stored);

/// One line: "12 subject=professional activity=training units=1260 ...", what is unset left out. The words
/// are those of the tables and never change, because old certificates hold them.
[[nodiscard]] std::string facts_line(FrozenRecord const& record);

/// What facts_line() wrote, a line each. Fails with storage_fault, naming the line that it cannot read.
[[nodiscard]] Result<std::vector<FrozenRecord>> parse_facts(std::string_view lines);

}  // namespace ce::issuing
