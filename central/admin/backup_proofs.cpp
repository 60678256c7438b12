#include "central/admin/backup_proofs.h"

#include "central/registration/proofs.h"

namespace ce::admin {
namespace {

Result<std::vector<std::string>> named_proofs(store::Store const& store) {
  std::vector<std::string> hashes;
  CE_CHECK(store.read([&](storage::Database& database) -> Result<void> {
    auto rows = database.prepare("SELECT hash FROM proof_documents ORDER BY hash");
    for (;;) {
      CE_TRY(bool const more, rows.step());
      if (!more) return {};
      hashes.push_back(rows.text(0));
    }
  }));
  return hashes;
}

}  // namespace

Result<ProofsCopied> copy_proofs(store::Store const& store, std::filesystem::path const& from,
                                 std::filesystem::path const& to,
                                 std::function<void(std::int64_t, std::int64_t)> const& progress) {
  CE_TRY(auto const hashes, named_proofs(store));
  registration::ProofShelf const source{from};
  registration::ProofShelf const target{to};
  ProofsCopied copied;
  for (auto const& hash : hashes) {
    if (!target.read(hash)) {
      auto const bytes = source.read(hash);
      if (!bytes) {
        copied.missing.push_back(hash);
        continue;
      }
      CE_CHECK(target.keep(hash, *bytes));
    }
    ++copied.sound;
    if (progress) progress(static_cast<std::int64_t>(copied.sound), static_cast<std::int64_t>(hashes.size()));
  }
  return copied;
}

std::filesystem::path proofs_beside(std::filesystem::path const& file) {
  auto beside = file;
  beside += ".proofs";
  return beside;
}

}  // namespace ce::admin
