#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "kiosk/present/vocabulary.h"
#include "kiosk/sync/key_shelf.h"
#include "shared/log/log.h"

namespace ce::start {

/// What central set since the interface last looked.
struct News {
  std::optional<std::int64_t> idle_seconds;          // nothing: as this kiosk's own configuration says
  std::unique_ptr<present::Vocabulary const> words;  // null: those in use stay
};

/// Hands what central set from the keeper's thread to the interface, which takes it up between visits: words
/// and times never change under somebody's finger. Everything is borrowed.
class NewsDesk {
 public:
  /// `wake` makes the interface look here; any thread. `own`: the words that came with the program, for a
  /// language that central does not tell.
  NewsDesk(std::function<void()> wake, sync::KeyShelf const& shelf, present::Vocabulary const& own,
           log::Logger const& logger)
      : wake_(std::move(wake)), shelf_(&shelf), own_(&own), logger_(&logger) {}

  /// Keeper's thread. Words that this program cannot use are logged and left out: those in use stay.
  void tell();
  /// Interface thread; never waits.
  [[nodiscard]] std::optional<News> take();

 private:
  [[nodiscard]] Result<present::Vocabulary> vocabulary() const;

  std::function<void()> wake_;
  sync::KeyShelf const* shelf_;
  present::Vocabulary const* own_;
  log::Logger const* logger_;
  std::array<std::string, 2> told_;  // the texts that came last; the keeper's own
  std::mutex mutex_;
  std::optional<News> waiting_;
};

}  // namespace ce::start
