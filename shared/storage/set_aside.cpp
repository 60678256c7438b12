#include <algorithm>
#include <system_error>

#include "shared/base/clock.h"
#include "shared/storage/creation.h"
#include "shared/storage/database.h"

namespace ce::storage {
namespace {

namespace fs = std::filesystem;

/// "20260301T060509" in UTC.
std::string stamp() {
  auto text = rfc3339(SystemClock{}.now()).substr(0, 19);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

}  // namespace

Result<fs::path> set_aside(fs::path const& file) {
  auto const wanted = file.string() + ".damaged-" + stamp();
  fs::path aside = wanted;
  for (int attempt = 2;; ++attempt) {
    CE_TRY(bool const moved, rename_if_free(file, aside));
    if (moved) break;
    aside = wanted + "-" + std::to_string(attempt);
  }
  // Named after the database as SQLite expects them, so that what was kept can still be looked into.
  for (auto const* suffix : {"-wal", "-shm"}) {
    std::error_code error;
    if (!fs::exists(file.string() + suffix, error)) continue;
    CE_TRY(bool const moved, rename_if_free(file.string() + suffix, aside.string() + suffix));
    if (!moved) return Failure{FailureCode::storage_fault, aside.string() + suffix + " is in the way"};
  }
  return aside;
}

}  // namespace ce::storage
