#pragma once

namespace ce {

/// From here on every block of the heap that this process gives back is wiped first, whoever asked for it:
/// our own strings, SQLite, libcurl, the PDF writer, the X libraries. First thing in main(), before there are
/// threads. Whether it is so: not under ThreadSanitizer, whose allocator is its own.
bool wipe_freed_memory();

}  // namespace ce
