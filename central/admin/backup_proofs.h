#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "central/store/store.h"

/// The proof documents that go with a backup of the store: files beside it, named by their content.
namespace ce::admin {

struct ProofsCopied {
  std::size_t sound = 0;             // there now, whether they were copied or there before
  std::vector<std::string> missing;  // hashes that the store names and no sound file has
};

/// Copies each document that the store names from one directory to the other, held against its hash on the
/// way; what is there already is left. Documents are never changed or taken away, so this may run while
/// others upload. `progress` as store::CopyProgress. Fails with storage errors; a document that is missing or
/// damaged is no failure.
[[nodiscard]] Result<ProofsCopied> copy_proofs(
    store::Store const& store, std::filesystem::path const& from, std::filesystem::path const& to,
    std::function<void(std::int64_t, std::int64_t)> const& progress);

/// Where the documents of the backup `file` lie: FILE.proofs.
[[nodiscard]] std::filesystem::path proofs_beside(std::filesystem::path const& file);

}  // namespace ce::admin
