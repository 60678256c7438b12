#include "central/registration/proofs.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "central/store/digest.h"
#include "shared/base/durable_file.h"

namespace ce::registration {
namespace {

Failure refused_proof(std::string_view why) {
  return {FailureCode::file_refused, "证明材料：" + std::string{why}};
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::filesystem::path place_of(std::filesystem::path const& directory, std::string_view hash) {
  return directory / hash.substr(0, 2) / hash;
}

Result<void> note_upload(storage::Database& database, Proof const& proof, std::string_view account,
                         Instant now) {
  auto document = database.prepare(
      "INSERT INTO proof_documents (hash, kind, bytes, stored_ms) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (hash) DO NOTHING");
  document.bind(1, proof.hash).bind(2, word_of(proof.kind)).bind(3, proof.bytes).bind(4, now.ms);
  CE_CHECK(document.run());
  auto upload = database.prepare(
      "INSERT INTO proof_uploads (hash, account, uploaded_ms) VALUES ($1, $2, $3) "
      "ON CONFLICT (hash, account) DO NOTHING");
  return upload.bind(1, proof.hash).bind(2, account).bind(3, now.ms).run();
}

constexpr std::int64_t ms_of_a_day = 86'400'000;

// What the account has brought already counts for nothing again.
Result<void> check_bounds(storage::Database& database, ProofBounds const& bounds, Proof const& proof,
                          std::string_view account, Instant now) {
  auto row = database.prepare(
      "SELECT COUNT(*), COALESCE(SUM(d.bytes), 0), COALESCE(SUM(CASE WHEN u.hash = $3 THEN 1 ELSE 0 END), 0) "
      "FROM proof_uploads u JOIN proof_documents d ON d.hash = u.hash "
      "WHERE u.account = $1 AND u.uploaded_ms > $2");
  CE_CHECK(row.bind(1, account).bind(2, now.ms - ms_of_a_day).bind(3, proof.hash).step());
  auto const documents = row.integer(0);
  auto const bytes = row.integer(1);
  if (row.integer(2) > 0) return {};
  if (documents >= bounds.documents) {
    return refused_proof("您在 24 小时内已上传 " + std::to_string(documents) + " 份，达到上限，请明天再上传");
  }
  if (bytes + proof.bytes > bounds.bytes) {
    return refused_proof("您在 24 小时内上传的文件合计将超过 " + std::to_string(bounds.bytes >> 20U) +
                         " MB，请压缩后再上传，或明天再上传");
  }
  return {};
}

}  // namespace

Result<Proof> ProofShelf::put(store::Store& store, Actor const& actor, std::string_view bytes,
                              Instant now) const {
  if (bytes.empty()) return refused_proof("文件是空的，请重新选择文件");
  if (bytes.size() > most_proof_bytes) return refused_proof("超过 10 MB，请压缩后重新上传");
  auto const kind = proof_kind_of(bytes);
  if (!kind) return refused_proof("不是完整的 PDF、JPG 或 PNG 文件，请转换格式后重新上传");
  Proof proof{store::sha256_hex(bytes), *kind, static_cast<std::int64_t>(bytes.size())};
  CE_CHECK(store.read([&](storage::Database& database) {
    return check_bounds(database, bounds_, proof, actor.account, now);
  }));
  auto const file = place_of(directory_, proof.hash);
  // A damaged file under this name is replaced by the sound one that has just come.
  if (!read(proof.hash)) CE_CHECK(write_durably(file, bytes, MissingDirectory::make));
  auto const noted = store.write([&](storage::Database& database) -> Result<void> {
    CE_CHECK(note_upload(database, proof, actor.account, now));
    return audit::append(database, author_of(actor), audit::Action::proof_stored, {"proof", proof.hash},
                         audit::detail({{"kind", word_of(proof.kind)}, {"bytes", proof.bytes}}), now);
  });
  if (!noted) return noted.failure();
  return proof;
}

Result<void> ProofShelf::keep(std::string_view hash, std::string_view bytes) const {
  return write_durably(place_of(directory_, hash), bytes, MissingDirectory::make);
}

Result<std::string> ProofShelf::read(std::string_view hash) const {
  if (!is_hash(hash)) return Failure{FailureCode::input_invalid, "证明材料编号应为 64 位十六进制"};
  std::ifstream file{place_of(directory_, hash), std::ios::binary};
  if (!file) return Failure{FailureCode::record_unknown, "no such proof document"};
  std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  if (store::sha256_hex(bytes) != hash) {
    return Failure{FailureCode::storage_corrupt, "proof document " + std::string{hash.substr(0, 12)} +
                                                     "... was changed on the disk; restore it from a backup"};
  }
  return bytes;
}

Result<std::vector<Proof>> proofs_of(storage::Database& database, std::int64_t record) {
  auto rows = database.prepare(
      "SELECT d.hash, d.kind, d.bytes FROM record_proofs p JOIN proof_documents d ON d.hash = p.hash "
      "WHERE p.record = $1 ORDER BY p.attached_ms, d.hash");
  rows.bind(1, record);
  std::vector<Proof> proofs;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return proofs;
    Proof proof{rows.text(0), ProofKind::pdf, rows.integer(2)};
    for (auto kind : {ProofKind::jpeg, ProofKind::png}) {
      if (word_of(kind) == rows.text(1)) proof.kind = kind;
    }
    proofs.push_back(std::move(proof));
  }
}

Result<void> attach_proof(storage::Database& database, std::int64_t record, std::string_view hash,
                          std::string_view account, Instant now) {
  auto known = database.prepare("SELECT 1 FROM proof_uploads WHERE hash = $1 AND account = $2");
  CE_TRY(bool const there, known.bind(1, hash).bind(2, account).step());
  if (!there) return refused_proof("没有收到这份文件，请先上传");
  auto insert = database.prepare(
      "INSERT INTO record_proofs (record, hash, attached_by, attached_ms) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (record, hash) DO NOTHING");
  return insert.bind(1, record).bind(2, hash).bind(3, account).bind(4, now.ms).run();
}

}  // namespace ce::registration
