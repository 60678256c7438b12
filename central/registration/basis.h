#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace ce::registration {

/// What a judgement of rows rests on that others may change before the rows are stored: the people, their
/// records, and what of the file is registered already, which years are closed. Where it is the same as
/// before, so is the judgement.
class Basis {
 public:
  /// On the caller's state. Deliveries of the file have keys that begin with `deliveries`. Fails with storage
  /// errors.
  [[nodiscard]] static Result<Basis> of(storage::Database& database, std::span<std::int64_t const> people,
                                        std::string_view deliveries);

  /// And the same years are closed.
  [[nodiscard]] bool same_person(Basis const& later, std::int64_t person) const;
  [[nodiscard]] bool same_deliveries(Basis const& later) const { return deliveries_ == later.deliveries_; }

 private:
  /// Version, number of records, and what their standings keep of the records' versions (-1: there are none),
  /// which whoever changes a record writes with it (central/standings): each change makes one of them larger.
  /// The records themselves are not read, for a person has dozens and nobody else writes meanwhile.
  using Mark = std::array<std::int64_t, 3>;
  std::map<std::int64_t, Mark> people_;
  std::int64_t deliveries_ = 0;
  std::vector<int> closed_;
};

}  // namespace ce::registration
