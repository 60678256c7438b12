#pragma once

#include <string>
#include <string_view>

#include "central/seed/random.h"
#include "shared/base/clock.h"
#include "shared/base/entry_id.h"
#include "shared/protocol/messages.h"
#include "shared/storage/database.h"

namespace ce::seed {

/// An entry id from `random`, so that the same seed gives the same register.
[[nodiscard]] EntryId make_entry_id(Random& random);

struct PastPrint {
  std::string_view number;
  std::string_view kiosk;
  Instant at;
  std::optional<protocol::PrintOutcome> outcome;  // nothing: never told
};

/// A print and its outcome as kiosks would have told them; blank numbers run on.
class PrintWriter {
 public:
  explicit PrintWriter(storage::Database& database) : database_(database) {}
  [[nodiscard]] Result<void> write(Random& random, PastPrint const& print);
  [[nodiscard]] int written() const { return written_; }

 private:
  storage::Database& database_;
  int written_ = 0;
};

}  // namespace ce::seed
