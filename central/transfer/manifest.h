#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "central/transfer/rows.h"

/// What an archive says it holds. Private to this room.
namespace ce::transfer {

struct Manifest {
  struct Entry {
    Table table;
    Digest digest;
  };
  std::vector<std::string> steps;  // of the schema, by name
  std::vector<Entry> entries;
};

/// Names of the steps that a store has taken.
[[nodiscard]] Result<std::vector<std::string>> steps_of(storage::Database& database);

/// Whether both have the same columns, kinds and key.
[[nodiscard]] bool same_shape(Table const& one, Table const& other);

[[nodiscard]] std::filesystem::path manifest_file(std::filesystem::path const& directory);
[[nodiscard]] std::filesystem::path rows_file(std::filesystem::path const& directory, Table const& table);

[[nodiscard]] Result<void> write_manifest(std::filesystem::path const& directory, Manifest const& manifest);
/// Fails with input_invalid where there is none, storage_corrupt where it cannot be understood.
[[nodiscard]] Result<Manifest> read_manifest(std::filesystem::path const& directory);

}  // namespace ce::transfer
