#include "kiosk/cache/seal_book.h"

#include <openssl/evp.h>

#include <array>
#include <cstdlib>

#include "kiosk/cache/opened.h"
#include "shared/base/text.h"
#include "shared/protocol/limits.h"

namespace ce::cache {
namespace {

constexpr std::string_view seals = R"sql(
CREATE TABLE seal (
  sha256 TEXT PRIMARY KEY,
  png BLOB NOT NULL
) STRICT;
)sql";
constexpr auto seal_steps = std::to_array<storage::Migration>({{"seals", seals}});

bool is_of(std::string_view png, std::string_view sha256) {
  std::array<unsigned char, protocol::hash_digits / 2> digest{};
  if (EVP_Digest(png.data(), png.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) std::abort();
  return hex({reinterpret_cast<char const*>(digest.data()), digest.size()}) == sha256;
}

Result<void> forget_seal(storage::Database& database, std::string const& sha256) {
  return database.prepare("DELETE FROM seal WHERE sha256 = $1").bind(1, sha256).run();
}

Result<std::set<std::string>> kept_hashes(storage::Database& database) {
  std::set<std::string> kept;
  auto rows = database.prepare("SELECT sha256 FROM seal");
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return kept;
    kept.insert(rows.text(0));
  }
}

}  // namespace

struct SealBook::State {
  State(CopyFile file, OpenedCopy opened, log::Logger const& log)
      : which(std::move(file)), copy(std::move(opened)), logger(&log) {}

  CopyFile which;
  OpenedCopy copy;
  log::Logger const* logger;
  std::mutex mutex;
};

SealBook::SealBook(std::unique_ptr<State> state) : state_(std::move(state)) {}
SealBook::SealBook(SealBook&&) noexcept = default;
SealBook& SealBook::operator=(SealBook&&) noexcept = default;
SealBook::~SealBook() = default;

Result<SealBook> SealBook::open(std::filesystem::path const& file, log::Logger const& logger) {
  CopyFile const which{file, seal_steps, "seals"};
  CE_TRY(auto opened, open_copy(which, logger));
  return SealBook{std::make_unique<State>(which, std::move(opened), logger)};
}

Result<std::vector<std::string>> SealBook::settle(std::set<std::string> const& wanted) {
  std::scoped_lock const alone{state_->mutex};
  auto& database = state_->copy.database;
  CE_TRY(auto transaction, database.begin());
  CE_TRY(auto const kept, kept_hashes(database));
  for (auto const& sha256 : kept) {
    if (!wanted.contains(sha256)) CE_CHECK(forget_seal(database, sha256));
  }
  CE_CHECK(transaction.commit());
  std::vector<std::string> missing;
  for (auto const& sha256 : wanted) {
    if (!kept.contains(sha256)) missing.push_back(sha256);
  }
  return missing;
}

Result<void> SealBook::keep(std::string const& sha256, std::string_view png) {
  if (png.size() > protocol::most_seal_bytes) {
    return Failure{FailureCode::answer_too_large, "the picture of a seal: more than 2 MB"};
  }
  if (!is_of(png, sha256)) {
    return Failure{FailureCode::answer_malformed, "the picture of a seal is not what its hash says"};
  }
  std::scoped_lock const alone{state_->mutex};
  auto put = state_->copy.database.prepare("INSERT OR REPLACE INTO seal (sha256, png) VALUES ($1, $2)");
  return put.bind(1, sha256).bind_blob(2, png).run();
}

Result<std::string> SealBook::find(std::string const& sha256) {
  std::scoped_lock const alone{state_->mutex};
  auto& database = state_->copy.database;
  std::string png;
  {
    auto row = database.prepare("SELECT png FROM seal WHERE sha256 = $1");
    CE_TRY(bool const there, row.bind(1, sha256).step());
    if (!there) return Failure{FailureCode::not_cached, "the picture of the seal is not here"};
    png = row.blob(0);
  }
  if (is_of(png, sha256)) return png;
  CE_CHECK(forget_seal(database, sha256));
  return Failure{FailureCode::not_cached, "the picture of the seal was damaged and is dropped"};
}

Result<void> SealBook::examine() {
  auto& state = *state_;
  return examine_copy(state.copy, state.which, state.mutex, *state.logger, [] { return Result<void>{}; });
}

}  // namespace ce::cache
