#pragma once

namespace ce {

/// No core file, and no debugger of the same user: memory holds personal data and keys. First thing in
/// main().
void keep_memory_private();

/// Nothing of this program's memory, now or later, is ever swapped out to a disk. Only where the system sets
/// no limit to that (LimitMEMLOCK=infinity of its service), for else memory would end at the limit. Whether
/// it is so.
bool lock_memory();

}  // namespace ce
