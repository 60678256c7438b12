#include "central/store/backup.h"

#include <system_error>

#include "central/changes/epoch.h"
#include "central/store/connect.h"
#include "central/store/file_schema.h"
#include "shared/storage/backup.h"

namespace ce::store {

Result<void> begin_anew(std::string const& location, Instant now) {
  CE_TRY(auto database, connect(location));
  CE_TRY(auto transaction, database.begin());
  CE_CHECK(changes::begin_epoch(database, now));
  return transaction.commit();
}

Result<void> back_up(std::filesystem::path const& from, std::filesystem::path const& to,
                     CopyProgress const& progress) {
  return storage::copy_database(from, to, file_schema(), [&](storage::CopiedPages const& pages) {
    if (progress) progress(pages.done, pages.total);
  });
}

Result<void> restore(std::filesystem::path const& from, std::filesystem::path const& to, Instant now,
                     CopyProgress const& progress) {
  CE_CHECK(back_up(from, to, progress));
  auto begun = begin_anew(to.string(), now);
  if (begun) return begun;
  // Without a new epoch kiosks would miss changes unseen: better no store than this one.
  std::error_code ignored;
  for (auto const* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(to.string() + suffix, ignored);
  return begun;
}

}  // namespace ce::store
