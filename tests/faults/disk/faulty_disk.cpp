#include "faults/disk/faulty_disk.h"

#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <mutex>
#include <new>
#include <string>

#include "faults/disk/unflushed.h"

namespace ce::test {
namespace {

/// SQLite allocates szOsFile bytes: this, and behind it the real file.
struct ShimFile {
  sqlite3_file base;
  char const* path;  // SQLite keeps it for as long as the file is open; null where it is not watched
};

struct Disk {
  std::mutex mutex;
  sqlite3_vfs* real = nullptr;
  sqlite3_vfs shim{};
  Fault fault;
  int count = 0;
  bool struck = false;
  Unflushed unflushed;
};

Disk& disk() {
  static Disk one;
  return one;
}

sqlite3_file* real_of(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<ShimFile*>(file) + 1);
}
char const* path_of(sqlite3_file* file) {
  return reinterpret_cast<ShimFile*>(file)->path;
}

/// What this write has to suffer. With the mutex held.
Strike next_strike(sqlite3_file* file, bool flush) {
  auto& d = disk();
  if (path_of(file) == nullptr || d.fault.strike == Strike::none) return Strike::none;
  bool const flush_only = d.fault.strike == Strike::lost_flush;
  if (flush_only && !flush) return Strike::none;
  ++d.count;
  bool const dead = d.struck && (d.fault.lasting || d.fault.strike == Strike::power_cut);
  if (d.count != d.fault.at && !dead) return Strike::none;
  d.struck = true;
  return d.fault.strike;
}

int code_of(Strike strike, int otherwise) {
  return strike == Strike::full ? SQLITE_FULL : otherwise;
}

int close_file(sqlite3_file* file) {
  return real_of(file)->pMethods->xClose(real_of(file));
}
int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  return real_of(file)->pMethods->xRead(real_of(file), to, size, at);
}

int write_file(sqlite3_file* file, void const* from, int size, sqlite3_int64 at) {
  std::scoped_lock const lock{disk().mutex};
  auto const strike = next_strike(file, false);
  auto* real = real_of(file);
  int written = size;
  if (strike == Strike::short_write || strike == Strike::kill) written = size / 2;
  if (strike == Strike::full || strike == Strike::io_error || strike == Strike::power_cut) written = 0;
  if (written > 0) {
    int const done = real->pMethods->xWrite(real, from, written, at);
    if (done != SQLITE_OK) return done;
    if (path_of(file) != nullptr) {
      disk().unflushed.wrote(path_of(file), at,
                             {static_cast<char const*>(from), static_cast<std::size_t>(written)});
    }
  }
  if (strike == Strike::kill) std::raise(SIGKILL);
  return strike == Strike::none ? SQLITE_OK : code_of(strike, SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  std::scoped_lock const lock{disk().mutex};
  auto const strike = next_strike(file, false);
  if (strike == Strike::kill) std::raise(SIGKILL);
  if (strike != Strike::none) return code_of(strike, SQLITE_IOERR_TRUNCATE);
  if (path_of(file) != nullptr) disk().unflushed.truncated(path_of(file), size);
  return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

int sync_file(sqlite3_file* file, int flags) {
  std::scoped_lock const lock{disk().mutex};
  auto const strike = next_strike(file, true);
  if (strike == Strike::kill) std::raise(SIGKILL);
  if (strike != Strike::none) return code_of(strike, SQLITE_IOERR_FSYNC);
  if (disk().fault.lying) return SQLITE_OK;
  if (path_of(file) != nullptr) disk().unflushed.flushed(path_of(file));
  return real_of(file)->pMethods->xSync(real_of(file), flags);
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int level) {
  return real_of(file)->pMethods->xLock(real_of(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
  return real_of(file)->pMethods->xUnlock(real_of(file), level);
}
int check_lock(sqlite3_file* file, int* held) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
}
int control_file(sqlite3_file* file, int what, void* with) {
  return real_of(file)->pMethods->xFileControl(real_of(file), what, with);
}
int sector_size(sqlite3_file* file) {
  return real_of(file)->pMethods->xSectorSize(real_of(file));
}
int characteristics(sqlite3_file* file) {
  return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
  return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, at);
}
int lock_shared(sqlite3_file* file, int first, int count, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), first, count, flags);
}
void fence_shared(sqlite3_file* file) {
  real_of(file)->pMethods->xShmBarrier(real_of(file));
}
int unmap_shared(sqlite3_file* file, int remove) {
  return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

sqlite3_io_methods const methods{
    2,           close_file,   read_file,    write_file,   truncate_file, sync_file,       size_of_file,
    lock_file,   unlock_file,  check_lock,   control_file, sector_size,   characteristics, map_shared,
    lock_shared, fence_shared, unmap_shared, nullptr,      nullptr};

int open_file(sqlite3_vfs* /*vfs*/, char const* path, sqlite3_file* file, int flags, int* out) {
  auto* shim = reinterpret_cast<ShimFile*>(file);
  shim->base.pMethods = nullptr;
  auto& d = disk();
  int const done = d.real->xOpen(d.real, path, real_of(file), flags, out);
  if (done != SQLITE_OK) return done;
  bool const watched = path != nullptr && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0;
  shim->path = watched ? path : nullptr;
  if (watched) {
    std::scoped_lock const lock{d.mutex};
    d.unflushed.open(path);
  }
  shim->base.pMethods = &methods;
  return SQLITE_OK;
}

int remove_file(sqlite3_vfs* /*vfs*/, char const* path, int sync) {
  auto& d = disk();
  std::scoped_lock const lock{d.mutex};
  if (d.struck && (d.fault.lasting || d.fault.strike == Strike::power_cut)) return SQLITE_IOERR_DELETE;
  int const done = d.real->xDelete(d.real, path, sync);
  if (done == SQLITE_OK) d.unflushed.removed(path);
  return done;
}

}  // namespace

namespace faulty_disk {

void install() {
  auto& d = disk();
  if (d.real != nullptr) return;
  sqlite3_initialize();
  d.real = sqlite3_vfs_find(nullptr);
  d.shim = *d.real;
  d.shim.zName = "ce-faulty-disk";
  d.shim.szOsFile = d.real->szOsFile + static_cast<int>(sizeof(ShimFile));
  d.shim.pNext = nullptr;
  d.shim.xOpen = open_file;
  d.shim.xDelete = remove_file;
  sqlite3_vfs_register(&d.shim, 1);
}

void plan(Fault const& fault) {
  std::scoped_lock const lock{disk().mutex};
  disk().fault = fault;
  disk().count = 0;
  disk().struck = false;
}

int writes() {
  std::scoped_lock const lock{disk().mutex};
  return disk().count;
}

bool struck() {
  std::scoped_lock const lock{disk().mutex};
  return disk().struck;
}

void mend() {
  auto& d = disk();
  std::scoped_lock const lock{d.mutex};
  if (d.struck && d.fault.strike == Strike::power_cut) {
    d.unflushed.cut(d.fault.seed);
  }
  d.fault = {};
  d.struck = false;
}

}  // namespace faulty_disk
}  // namespace ce::test
