#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "central/store/rows.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/storage/database.h"

namespace ce::store {

/// Who a person is, for those who deal with a record or a certificate of theirs.
struct PersonFacts {
  std::int64_t id = 0;
  SecretText name;
  SecretText id_number;
  std::string region;
  std::string employer;  // name, empty where none
};

/// Fails with person_unknown.
[[nodiscard]] Result<PersonFacts> person_facts(storage::Database& database, std::int64_t professional);

enum class UnitKind : std::uint8_t { employer, institution, talent_agency };

/// A unit's name; empty where there is none of that id.
[[nodiscard]] Result<std::string> unit_name(storage::Database& database, UnitKind kind, std::int64_t id);

/// The ids of open units of exactly that name within a scope, at most a few.
[[nodiscard]] Result<std::vector<std::int64_t>> units_named(storage::Database& database, UnitKind kind,
                                                            std::string_view name, RegionScope const& scope);

}  // namespace ce::store
