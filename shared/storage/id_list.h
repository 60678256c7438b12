#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "shared/storage/database.h"

/// Asking for many rows at once: `WHERE x IN (` + parameters() + `)`.
namespace ce::storage {

/// The most ids of one question; longer lists are asked for in pieces.
inline constexpr std::size_t most_ids = 256;

/// How many parameters a list of that length takes. A few sizes only, so that few statements are prepared.
[[nodiscard]] constexpr std::size_t padded(std::size_t ids) {
  std::size_t size = 1;
  while (size < ids) size *= 4;
  return size;
}

/// "$2, $3, $4" for `count` parameters from $`first` on.
[[nodiscard]] std::string parameters(int first, std::size_t count);

/// Binds `ids` from $`first` on, the last one again as often as padded() asks. Precondition: not empty.
void bind_ids(Statement& statement, int first, std::span<std::int64_t const> ids);
void bind_ids(Statement& statement, int first, std::span<std::string const> ids);

}  // namespace ce::storage
