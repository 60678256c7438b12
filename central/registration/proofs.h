#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "central/registration/actor.h"
#include "central/registration/proof_kind.h"
#include "central/store/store.h"

namespace ce::registration {

/// The largest proof document.
inline constexpr std::size_t most_proof_bytes = 10U << 20U;

/// What one account may upload within 24 hours.
struct ProofBounds {
  std::int64_t documents = 300;
  std::int64_t bytes = std::int64_t{500} << 20U;
};

struct Proof {
  std::string hash;  // SHA-256 of the content in lower-case hexadecimal
  ProofKind kind = ProofKind::pdf;
  std::int64_t bytes = 0;
};

/// Proof documents as files named by what is in them: DIRECTORY/ab/abcdef... Any thread; several processes
/// may share the directory.
class ProofShelf {
 public:
  explicit ProofShelf(std::filesystem::path directory, ProofBounds bounds = {})
      : directory_(std::move(directory)), bounds_(bounds) {}

  /// Stores a document, once however often it comes, and notes it in the store. On the disk when this
  /// returns. Fails with file_refused (too large, empty, neither PDF, JPG nor PNG by its content, or more
  /// than an account may bring in a day: what comes at the same moment may pass by some), storage_full,
  /// storage_fault.
  [[nodiscard]] Result<Proof> put(store::Store& store, Actor const& actor, std::string_view bytes,
                                  Instant now) const;
  /// Puts bytes that read() gave under their hash, without a word in the store: for backups.
  [[nodiscard]] Result<void> keep(std::string_view hash, std::string_view bytes) const;
  /// Its bytes, held against the hash. Fails with input_invalid (no hash), record_unknown (no such document)
  /// and storage_corrupt (changed or cut off on the disk).
  [[nodiscard]] Result<std::string> read(std::string_view hash) const;

 private:
  std::filesystem::path directory_;
  ProofBounds bounds_;
};

/// The documents of a record, oldest first.
[[nodiscard]] Result<std::vector<Proof>> proofs_of(storage::Database& database, std::int64_t record);

/// Ties a stored document to a record, inside Store::write. Fails with file_refused where no such document
/// was stored by `account`: a hash alone must not open somebody else's document.
[[nodiscard]] Result<void> attach_proof(storage::Database& database, std::int64_t record,
                                        std::string_view hash, std::string_view account, Instant now);

}  // namespace ce::registration
