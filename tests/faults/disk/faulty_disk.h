#pragma once

#include <cstdint>
#include <string_view>

namespace ce::test {

/// What becomes of the disk at its nth write (a write, truncation or flush of a database or its log).
enum class Strike : std::uint8_t {
  none,
  full,         // ENOSPC
  io_error,     // EIO; lasting, it is a disk that went read-only
  short_write,  // half of the bytes, then an error
  lost_flush,   // fsync fails; what it should have pressed to the disk stays where it was
  kill,         // SIGKILL in the middle of the write
  power_cut,    // nothing more is written; what was not flushed is kept, lost or torn, by the seed
};

struct Fault {
  Strike strike = Strike::none;
  int at = 0;            // the nth write from now on, from 1
  bool lasting = false;  // every one after it as well, until mend()
  std::uint32_t seed = 1;
  bool lying = false;  // flushes are answered well and press nothing to the disk
};

/// Lies between SQLite and the disk, as SQLite's default file system (VFS), from the first call to install()
/// on. One thread at a time breaks things; connections may be on any.
namespace faulty_disk {

void install();
/// Counts from here.
void plan(Fault const& fault);
/// Writes since plan().
[[nodiscard]] int writes();
/// Whether the fault has struck.
[[nodiscard]] bool struck();
/// The disk is in order again. After a power cut, and only once every connection is closed: leaves in the
/// files what survived it.
void mend();

}  // namespace faulty_disk
}  // namespace ce::test
