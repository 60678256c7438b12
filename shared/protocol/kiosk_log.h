#pragma once

#include <cstdint>
#include <string>

#include "shared/base/entry_id.h"

/// A kiosk's log, asked for with the answer to a heartbeat and brought by the kiosk. No personal data is in
/// it.
namespace ce::protocol {

struct LogWanted {
  EntryId id;      // of the request: it is answered once
  int hours = 24;  // the last so many
  bool operator==(LogWanted const&) const = default;
};

struct KioskLog {
  EntryId request;
  std::string text = {};      // lines of shared/log, the oldest first; at most longest_log bytes
  std::int64_t left_out = 0;  // lines of that time without room, or that shared/log did not write
  std::string problem = {};   // why there are none, in Chinese
  bool operator==(KioskLog const&) const = default;
};

}  // namespace ce::protocol
