#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "central/store/store.h"
#include "shared/base/clock.h"

/// What personal data is held just now.
namespace ce::holdings {

/// For ce-admin, and for the console. Constants.
struct Words {
  std::string_view english;
  std::string_view chinese;
};

struct Holding {
  Words what;
  std::int64_t count = 0;
  std::optional<std::int64_t> bytes = {};  // of what lies in files
  std::optional<Instant> oldest = {};
  Words until;            // how long it is kept
  std::int64_t past = 0;  // those that ought to be gone by now
};

/// How long what goes by itself is kept.
struct Limits {
  std::int64_t event_days = 400;    // [kiosks] event_days
  std::int64_t departed_years = 3;  // [people] departed_years; 0: without end
};

/// One line for each kind of data, in the order of packaging/privacy. `files` is central's files_dir; empty:
/// what lies there is not measured. Reads the whole of each table. Fails as Store::read().
[[nodiscard]] Result<std::vector<Holding>> held(store::Store const& store, std::filesystem::path const& files,
                                                Limits const& limits, Instant now);

}  // namespace ce::holdings
